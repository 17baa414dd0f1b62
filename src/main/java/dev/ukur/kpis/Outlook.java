package dev.ukur.kpis;

import dev.ukur.metrics.Answer.Parts;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks from the history of a KPI to the period in which its target is due. Periods that a source may still restate are
 * not learnt from, and no verdict rests on them.
 */
final class Outlook {

    private final Goal goal;
    private final Measurement what;
    private final History history;
    private final Optional<Days> days;
    private final Problems problems;
    private final Map<Period, Optional<Expectation>> expected = new HashMap<>();

    Outlook(Goal goal, Measurement what, History history, Problems problems) {
        this(goal, what, new Known(history, Optional.empty()), problems);
    }

    Outlook(Goal goal, Measurement what, Known known, Problems problems) {
        this.goal = goal;
        this.what = what;
        this.history = known.history();
        this.days = known.days();
        this.problems = problems;
    }

    /**
     * What is known of a KPI.
     *
     * @param history its complete periods
     * @param days its days, where its periods are their sums; only such as no source may restate
     */
    record Known(History history, Optional<Days> days) {}

    /**
     * The verdict on a target.
     *
     * @param due its last day
     * @param level the target in the metric's unit; without one there is a forecast but no status
     */
    Verdict verdict(LocalDate due, Optional<Double> level) {
        Direction direction = what.metric().direction();
        if (direction == Direction.NEUTRAL) {
            problems.add(warning("kpi-no-direction"));
        }
        if (history.last().isEmpty()) {
            return Verdict.none();
        }
        Optional<Double> wanted = level.filter(target -> direction != Direction.NEUTRAL);
        return isOver(due) ? past(what.around(due), wanted) : future(due, wanted);
    }

    /** Whether the period that holds a day is complete. */
    boolean isOver(LocalDate due) {
        return history.last()
                .filter(last -> !what.around(due).last().isAfter(last.period().last()))
                .isPresent();
    }

    /** What is expected of the period that holds a day to come, if nothing changes; empty, with a reason, when unknown. */
    Optional<Expectation> expectation(LocalDate due) {
        return expected.computeIfAbsent(what.around(due), this::expect);
    }

    /** Periods from one to a later one; the next is 1 away. */
    static int steps(Period from, Period to, Measurement what) {
        return what.cut(new Period(from.last().plusDays(1), to.last())).size();
    }

    private Verdict past(Period duePeriod, Optional<Double> wanted) {
        Optional<Double> value = history.at(duePeriod);
        if (value.isEmpty()) {
            problems.add(warning("kpi-due-period-unknown").with("period", duePeriod.toString()));
        } else if (history.mature().at(duePeriod).isEmpty()) {
            problems.add(warning("kpi-due-period-immature").with("period", duePeriod.toString()));
            return Verdict.none();
        }
        if (value.isEmpty() || wanted.isEmpty()) {
            return Verdict.none();
        }
        boolean reached =
                what.metric().direction() == Direction.DOWN ? value.get() <= wanted.get() : value.get() >= wanted.get();
        return Verdict.past(reached);
    }

    private Verdict future(LocalDate due, Optional<Double> wanted) {
        return expectation(due)
                .map(coming -> wanted.map(level ->
                                Verdict.of(coming.chance(level, what.metric().direction()), coming.interval()))
                        .orElseGet(() -> Verdict.none(coming.interval())))
                .orElse(Verdict.none());
    }

    private Optional<Expectation> expect(Period period) {
        Optional<Expectation> running = running(period);
        Problems reasons = new Problems();
        Optional<Expectation> later = forecast(period, reasons);
        if (running.isEmpty()) {
            problems.addAll(reasons.list());
        }
        return later.filter(one ->
                        running.filter(other -> width(other) <= width(one)).isEmpty())
                .or(() -> running);
    }

    /** The width of the interval beside the median: of two honest forecasts the sharper one is better. */
    private static double width(Expectation expectation) {
        double median = Math.abs(expectation.quantile(0.5));
        double width = expectation.quantile(Expectation.HIGH) - expectation.quantile(Expectation.LOW);
        return median == 0 ? Double.MAX_VALUE : width / median;
    }

    /** What a period that runs, or is the next to run, is expected to be from its days. */
    private Optional<Expectation> running(Period period) {
        return days.filter(known -> !period.first().isAfter(known.span().last().plusDays(1)))
                .flatMap(known -> known.rest(period.last())
                        .flatMap(rest -> soFar(known, period).map(sum -> new Nowcast(sum, rest))));
    }

    private static Optional<Double> soFar(Days known, Period period) {
        return period.first().isAfter(known.span().last())
                ? Optional.of(0.0)
                : known.sum(new Period(period.first(), known.span().last()));
    }

    private Optional<Expectation> forecast(Period period, Problems reasons) {
        List<History.Entry> entries = history.mature().unbrokenEntries();
        if (entries.size() < Forecast.LEAST_PERIODS) {
            reasons.add(warning("kpi-forecast-too-short")
                    .with("periods", entries.size())
                    .with("least", Forecast.LEAST_PERIODS));
            return Optional.empty();
        }
        List<Period> ahead = what.cut(
                new Period(entries.get(entries.size() - 1).period().last().plusDays(1), period.last()));
        if (ahead.size() > entries.size()) {
            reasons.add(warning("kpi-forecast-too-far")
                    .with("periods", entries.size())
                    .with("ahead", ahead.size()));
            return Optional.empty();
        }
        Optional<Forecast> forecast = Forecast.fit(past(entries, ahead), ahead.size());
        if (forecast.isEmpty()) {
            reasons.add(warning("kpi-forecast-flat"));
        }
        return forecast.map(known -> known.at(ahead.size()));
    }

    private Past past(List<History.Entry> entries, List<Period> ahead) {
        List<Parts> parts =
                entries.stream().flatMap(entry -> entry.parts().stream()).toList();
        return new Past(
                entries.stream()
                        .map(entry -> entry.value().value().orElseThrow())
                        .toList(),
                parts.size() == entries.size() ? parts : List.of(),
                worth(entries, ahead),
                what.grain(),
                what.metric().unit());
    }

    /** What the calendar makes of each period known and to come, the known ones 1 on average. */
    private List<Double> worth(List<History.Entry> entries, List<Period> ahead) {
        if (days.isEmpty()) {
            return List.of();
        }
        List<Double> known =
                entries.stream().map(entry -> days.get().worth(entry.period())).toList();
        double mean = known.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        return IntStream.range(0, entries.size() + ahead.size())
                .mapToObj(t -> t < entries.size() ? known.get(t) : days.get().worth(ahead.get(t - entries.size())))
                .map(worth -> worth / mean)
                .toList();
    }

    private Problem warning(String code) {
        return Problem.warning(code, goal.at("targets"))
                .with("goal", goal.name())
                .with("metric", what.metric().name());
    }
}
