package dev.ukur.kpis;

import dev.ukur.kpis.History.Entry;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the metrics, and reads the answers as values of periods. Each history is asked for once. Not thread-safe. */
final class Numbers {

    private final KpiMetrics metrics;
    private final Map<String, History> histories = new HashMap<>();
    private final Map<String, Optional<Days>> days = new HashMap<>();

    Numbers(KpiMetrics metrics) {
        this.metrics = metrics;
    }

    /** All complete periods of a measurement. */
    History history(Measurement what) {
        return histories.computeIfAbsent(what.key(), key -> ask(what));
    }

    /**
     * One number for some days.
     *
     * @throws ProblemException when the metrics refuse to answer
     */
    Value whole(Measurement what, Period days) {
        Answer answer = metrics.query(what.whole(days));
        return answer.rows().isEmpty() ? Value.unknown() : value(answer, 0, what);
    }

    /**
     * The number of each period of some days; periods of which nothing is known are left out.
     *
     * @throws ProblemException when the metrics refuse to answer
     */
    Map<Period, Double> each(Measurement what, Period days) {
        Map<Period, Double> known = new HashMap<>();
        known(metrics.query(what.each(days)), what)
                .forEach((period, entry) -> entry.value().value().ifPresent(number -> known.put(period, number)));
        return known;
    }

    /** The days of a measurement whose periods are the sums of their days; empty for all others, and without data. */
    Optional<Days> days(Measurement what) {
        return metrics.adds(what.metric()) ? days.computeIfAbsent(what.key(), key -> askDays(what)) : Optional.empty();
    }

    private Optional<Days> askDays(Measurement what) {
        History history = history(what);
        if (history.from().isEmpty()
                || history.completeUntil().isEmpty()
                || history.entries().isEmpty()) {
            return Optional.empty();
        }
        Period span = new Period(history.from().get(), history.completeUntil().get());
        Answer answer = metrics.query(what.everyDay());
        Map<LocalDate, Double> known = new HashMap<>();
        int time = timeColumn(answer);
        for (int row = 0; row < answer.rows().size(); row++) {
            if (answer.rows().get(row).get(time) instanceof LocalDate day) {
                answer.number(row, what.metric().name()).ifPresent(value -> known.put(day, value));
            }
        }
        return Optional.of(Days.of(known, history, new TradeCalendar(metrics.occasions()), span));
    }

    private History ask(Measurement what) {
        Answer answer;
        try {
            answer = metrics.query(what.everything());
        } catch (ProblemException e) {
            return History.none(e.problems());
        }
        Answer.Meta meta = answer.meta();
        return new History(
                entries(answer, what), meta.from(), meta.completeUntil(), meta.provisionalFrom(), meta.warnings());
    }

    private static List<Entry> entries(Answer answer, Measurement what) {
        Optional<LocalDate> from = answer.meta().from();
        Optional<LocalDate> until = answer.meta().completeUntil();
        if (from.isEmpty() || until.isEmpty()) {
            return List.of();
        }
        Map<Period, Entry> known = known(answer, what);
        List<Entry> entries = new ArrayList<>();
        Period period = firstWhole(from.get(), what);
        while (!period.last().isAfter(until.get())) {
            Entry entry = known.getOrDefault(period, new Entry(period, Value.unknown()));
            if (!entries.isEmpty() || entry.value().value().isPresent()) {
                entries.add(entry);
            }
            period = what.around(period.last().plusDays(1));
        }
        return entries;
    }

    /** Data that begin in the middle of a period do not tell that period's value. */
    private static Period firstWhole(LocalDate from, Measurement what) {
        Period period = what.around(from);
        return period.first().equals(from) ? period : what.around(period.last().plusDays(1));
    }

    private static Map<Period, Entry> known(Answer answer, Measurement what) {
        Map<Period, Entry> known = new HashMap<>();
        int time = timeColumn(answer);
        for (int row = 0; row < answer.rows().size(); row++) {
            if (answer.rows().get(row).get(time) instanceof LocalDate day) {
                Period period = what.around(day);
                Optional<Answer.Parts> parts = answer.parts(row, what.metric().name());
                known.put(
                        period,
                        new Entry(
                                period,
                                value(answer, row, what),
                                parts,
                                answer.immature(day, what.metric().name())));
            }
        }
        return known;
    }

    private static int timeColumn(Answer answer) {
        for (int i = 0; i < answer.columns().size(); i++) {
            if (answer.columns().get(i).kind() == Kind.TIME) {
                return i;
            }
        }
        throw new IllegalArgumentException("no time column among " + answer.columns());
    }

    private static Value value(Answer answer, int row, Measurement what) {
        String name = what.metric().name();
        boolean interval =
                answer.columns().stream().anyMatch(column -> column.name().equals(name + "_low"));
        return new Value(
                answer.number(row, name),
                interval ? answer.number(row, name + "_low") : Optional.empty(),
                interval ? answer.number(row, name + "_high") : Optional.empty());
    }
}
