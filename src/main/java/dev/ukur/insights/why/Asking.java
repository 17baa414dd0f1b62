package dev.ukur.insights.why;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Provenance;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for measures under a filter and remembers where the numbers came from. Each is asked for once. Not thread-safe. */
final class Asking {

    /** What stands for rows that have no member. */
    static final String NO_MEMBER = "";

    private final Desk desk;
    private final Optional<String> where;
    private final Map<Object, Object> known = new HashMap<>();
    private Provenance provenance;

    Asking(Desk desk, Optional<String> where) {
        this.desk = desk;
        this.where = where;
        this.provenance = Provenance.at(desk.now());
    }

    Provenance provenance() {
        return provenance;
    }

    /** The answer to a question of its own. */
    Answer ask(MetricQuery query) {
        Answer answer = desk.metrics().query(query);
        provenance = provenance.and(answer);
        return answer;
    }

    /** A number over some days; empty when it is unknown or cannot be filtered so. */
    Optional<Double> total(Link link, Period days) {
        if (link.isDays()) {
            return Optional.of((double) days.days());
        }
        return once(
                List.of("total", link, days),
                () -> answer(link, List.of(), Grain.TOTAL, days)
                        .filter(answer -> !answer.rows().isEmpty())
                        .flatMap(answer -> answer.number(0, link.asked())));
    }

    /** A number on each of some days, 0 on days without any. */
    double[] daily(Link link, Period days) {
        return once(List.of("daily", link, days), () -> {
            double[] values = new double[(int) days.days()];
            if (link.isDays()) {
                java.util.Arrays.fill(values, 1);
                return values;
            }
            answer(link, List.of(), Grain.DAY, days).ifPresent(answer -> fill(values, answer, link, days));
            return values;
        });
    }

    /** A number by the members of a dimension; empty when it cannot be cut so. */
    Optional<Map<String, Double>> cut(Link link, String dimension, Period days) {
        return once(
                List.of("cut", link, dimension, days),
                () -> answer(link, List.of(dimension), Grain.TOTAL, days).map(answer -> members(answer, link)));
    }

    private static void fill(double[] values, Answer answer, Link link, Period days) {
        for (int row = 0; row < answer.rows().size(); row++) {
            for (int column = 0; column < answer.columns().size(); column++) {
                if (answer.columns().get(column).kind() == Kind.TIME
                        && answer.rows().get(row).get(column) instanceof LocalDate day) {
                    int at = (int) ChronoUnit.DAYS.between(days.first(), day);
                    values[at] = answer.number(row, link.asked()).orElse(0.0);
                }
            }
        }
    }

    private static Map<String, Double> members(Answer answer, Link link) {
        Map<String, Double> members = new LinkedHashMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            Object member = answer.rows().get(row).get(0);
            double value = answer.number(row, link.asked()).orElse(0.0);
            members.merge(member == null ? NO_MEMBER : member.toString(), value, Double::sum);
        }
        return members;
    }

    /** The answer for one measure; empty when it has not the dimensions asked for. */
    private Optional<Answer> answer(Link link, List<String> by, Grain grain, Period days) {
        MetricQuery query =
                new MetricQuery(List.of(link.asked()), by, grain, Optional.of(days), filter(link), Optional.empty());
        try {
            Answer answer = desk.metrics().query(query);
            // What was said about the parts is not said of the number asked about.
            provenance = provenance.and(days, answer.meta().sources());
            return Optional.of(answer);
        } catch (ProblemException e) {
            return Optional.empty(); // a dimension it has not: there is nothing to tell of it
        }
    }

    private Optional<String> filter(Link link) {
        if (where.isPresent() && link.where().isPresent()) {
            return Optional.of("(" + where.get() + ") and (" + link.where().get() + ")");
        }
        return link.where().or(() -> where);
    }

    @SuppressWarnings("unchecked") // a key begins with the name of the only method that keeps values under it
    private <T> T once(Object key, java.util.function.Supplier<T> value) {
        if (!known.containsKey(key)) {
            known.put(key, value.get());
        }
        return (T) known.get(key);
    }
}
