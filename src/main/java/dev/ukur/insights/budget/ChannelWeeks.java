package dev.ukur.insights.budget;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Subject;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Spend and outcome of the channels that cost something, week by week.
 *
 * @param weeks first days, in order, without gaps
 * @param spend by channel, one value a week
 * @param outcome by channel, one value a week
 * @param free outcome a week of all channels without spend: how willing people were anyway
 */
record ChannelWeeks(
        List<LocalDate> weeks,
        Map<String, double[]> spend,
        Map<String, double[]> outcome,
        double[] free,
        Provenance from) {

    private static final String CHANNEL = "channel";
    private static final String SPEND = "spend";

    /** The complete weeks; empty when spend or outcome is not known by channel. */
    static Optional<ChannelWeeks> of(Desk desk, Subject asked) {
        String metric = asked.metric().name();
        try {
            Answer spend = ask(desk, SPEND, Optional.empty());
            Answer outcome = ask(desk, metric, asked.where());
            Provenance from = Provenance.at(desk.now()).and(spend).and(outcome);
            return weeks(desk, spend, outcome).map(weeks -> of(weeks, spend, outcome, metric, from));
        } catch (ProblemException e) {
            return Optional.empty(); // no channel in one of them: nothing to divide by
        }
    }

    private static ChannelWeeks of(
            List<LocalDate> weeks, Answer spend, Answer outcome, String metric, Provenance from) {
        Map<String, double[]> costs = table(spend, SPEND, weeks);
        Map<String, double[]> all = table(outcome, metric, weeks);
        Map<String, double[]> paid = new TreeMap<>();
        double[] free = new double[weeks.size()];
        costs.keySet().forEach(channel -> paid.put(channel, all.getOrDefault(channel, new double[weeks.size()])));
        all.forEach((channel, values) -> {
            if (!costs.containsKey(channel)) {
                for (int i = 0; i < free.length; i++) {
                    free[i] += values[i];
                }
            }
        });
        return new ChannelWeeks(weeks, costs, paid, free, from);
    }

    private static Answer ask(Desk desk, String metric, Optional<String> where) {
        return desk.metrics()
                .query(new MetricQuery(
                        List.of(metric), List.of(CHANNEL), Grain.WEEK, Optional.empty(), where, Optional.empty()));
    }

    /** Weeks that both know in full. */
    private static Optional<List<LocalDate>> weeks(Desk desk, Answer spend, Answer outcome) {
        Answer.Meta one = spend.meta();
        Answer.Meta other = outcome.meta();
        if (one.from().isEmpty()
                || other.from().isEmpty()
                || one.completeUntil().isEmpty()
                || other.completeUntil().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = later(one.from().get(), other.from().get());
        LocalDate last =
                one.completeUntil().get().isBefore(other.completeUntil().get())
                        ? one.completeUntil().get()
                        : other.completeUntil().get();
        List<LocalDate> weeks = new ArrayList<>();
        LocalDate week = desk.settings().calendar().around(Grain.WEEK, first).first();
        week = week.isBefore(first) ? week.plusWeeks(1) : week;
        while (!week.plusDays(6).isAfter(last)) {
            weeks.add(week);
            week = week.plusWeeks(1);
        }
        return Optional.of(weeks).filter(found -> !found.isEmpty());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, double[]> table(Answer answer, String metric, List<LocalDate> weeks) {
        int time = 0;
        while (answer.columns().get(time).kind() != Kind.TIME) {
            time++;
        }
        int channel = answer.index(CHANNEL);
        Map<String, double[]> table = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            Object member = answer.rows().get(row).get(channel);
            int week = weeks.indexOf(answer.rows().get(row).get(time));
            if (member != null && week >= 0) {
                table.computeIfAbsent(member.toString(), name -> new double[weeks.size()])[week] =
                        answer.number(row, metric).orElse(0.0);
            }
        }
        for (String name : new TreeSet<>(table.keySet())) {
            if (java.util.Arrays.stream(table.get(name)).allMatch(value -> value == 0)) {
                table.remove(name);
            }
        }
        return table;
    }
}
