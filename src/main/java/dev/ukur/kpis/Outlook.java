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
 * Looks from the history of a KPI to the days its target speaks of. Periods that a source may still restate are
 * not learnt from, and no verdict rests on them.
 */
final class Outlook {

    private final Goal goal;
    private final Measurement what;
    private final Known known;
    private final Problems problems;
    private final Map<Period, Optional<Expectation>> expected = new HashMap<>();

    Outlook(Goal goal, Measurement what, History history, Problems problems) {
        this(goal, what, new Known(history, Optional.empty()), problems);
    }

    Outlook(Goal goal, Measurement what, Known known, Problems problems) {
        this.goal = goal;
        this.what = what;
        this.known = known;
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
     * @param span the days it speaks of
     * @param level the target in the metric's unit; without one there is a forecast but no status
     */
    Verdict verdict(Period span, Optional<Double> level) {
        Direction direction = what.metric().direction();
        if (direction == Direction.NEUTRAL) {
            problems.add(warning("kpi-no-direction"));
        }
        if (known.history().last().isEmpty()) {
            return Verdict.none();
        }
        Optional<Double> wanted = level.filter(target -> direction != Direction.NEUTRAL);
        return isOver(span) ? past(span, wanted) : future(span, wanted);
    }

    /** Whether all days of a target are complete. */
    boolean isOver(Period span) {
        return known.history()
                .last()
                .filter(last -> !span.last().isAfter(last.period().last()))
                .isPresent();
    }

    /** What is expected of the days of a target to come, if nothing changes; empty, with a reason, when unknown. */
    Optional<Expectation> expectation(Period span) {
        return expected.computeIfAbsent(span, this::expect);
    }

    /** What came of the days of a target so far, and for good. */
    Optional<SoFar> soFar(Period span) {
        return SoFar.of(span, known);
    }

    /** Periods from one to a later one; the next is 1 away. */
    static int steps(Period from, Period to, Measurement what) {
        return what.cut(new Period(from.last().plusDays(1), to.last())).size();
    }

    private boolean isSum(Period span) {
        return !what.around(span.last()).equals(span);
    }

    private Verdict past(Period span, Optional<Double> wanted) {
        if (!known.history().isMature(span)) {
            problems.add(warning("kpi-due-period-immature").with("period", span));
            return Verdict.none();
        }
        Optional<Double> value =
                isSum(span) ? soFar(span).map(SoFar::sum) : known.history().at(span);
        if (value.isEmpty()) {
            problems.add(warning("kpi-due-period-unknown").with("period", span));
        }
        if (value.isEmpty() || wanted.isEmpty()) {
            return Verdict.none();
        }
        boolean reached =
                what.metric().direction() == Direction.DOWN ? value.get() <= wanted.get() : value.get() >= wanted.get();
        return Verdict.past(reached);
    }

    private Verdict future(Period span, Optional<Double> wanted) {
        return expectation(span)
                .map(coming -> wanted.map(level ->
                                Verdict.of(coming.chance(level, what.metric().direction()), coming.interval()))
                        .orElseGet(() -> Verdict.none(coming.interval())))
                .orElse(Verdict.none());
    }

    private Optional<Expectation> expect(Period span) {
        if (isSum(span) && soFar(span).isEmpty()) {
            problems.add(warning("kpi-sum-not-whole").with("period", span));
            return Optional.empty();
        }
        Optional<Expectation> running = running(span);
        Problems reasons = new Problems();
        Optional<Expectation> later = forecast(span, reasons);
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

    /** What days that run, or are the next to run, are expected to be from the days before. */
    private Optional<Expectation> running(Period span) {
        return known.days()
                .filter(days -> !span.first().isAfter(days.span().last().plusDays(1)))
                .flatMap(days ->
                        days.rest(span.last()).flatMap(rest -> soFar(span).map(so -> Nowcast.of(so.sum(), rest))));
    }

    private Optional<Expectation> forecast(Period span, Problems reasons) {
        List<History.Entry> entries = known.history().mature().unbrokenEntries();
        if (entries.size() < Forecast.LEAST_PERIODS) {
            reasons.add(warning("kpi-forecast-too-short")
                    .with("periods", entries.size())
                    .with("least", Forecast.LEAST_PERIODS));
            return Optional.empty();
        }
        LocalDate last = entries.get(entries.size() - 1).period().last();
        List<Period> ahead =
                what.cut(new Period(last.plusDays(1), what.around(span.last()).last()));
        if (ahead.size() > entries.size()) {
            reasons.add(warning("kpi-forecast-too-far")
                    .with("periods", entries.size())
                    .with("ahead", ahead.size()));
            return Optional.empty();
        }
        Past past = past(entries, ahead);
        Optional<Expectation> forecast = isSum(span)
                ? soFar(span)
                        .flatMap(so ->
                                Forecast.ofSum(past, shares(span, so, ahead)).map(rest -> new Nowcast(so.sum(), rest)))
                : Forecast.fit(past, ahead.size()).map(each -> each.at(ahead.size()));
        if (forecast.isEmpty()) {
            reasons.add(warning("kpi-forecast-flat"));
        }
        return forecast;
    }

    /** How much of each period to come belongs to the rest of some days. */
    private double[] shares(Period span, SoFar so, List<Period> ahead) {
        LocalDate from =
                so.until().isBefore(span.first()) ? span.first() : so.until().plusDays(1);
        Period rest = new Period(from, span.last());
        return ahead.stream().mapToDouble(period -> share(rest, period)).toArray();
    }

    private double share(Period rest, Period period) {
        return rest.common(period)
                .map(part -> known.days()
                        .map(days -> days.worth(part) / days.worth(period))
                        .orElse(part.days() / (double) period.days()))
                .orElse(0.0);
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
        if (known.days().isEmpty()) {
            return List.of();
        }
        Days days = known.days().get();
        List<Double> past =
                entries.stream().map(entry -> days.worth(entry.period())).toList();
        double mean = past.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        return IntStream.range(0, entries.size() + ahead.size())
                .mapToObj(t -> t < entries.size() ? past.get(t) : days.worth(ahead.get(t - entries.size())))
                .map(worth -> worth / mean)
                .toList();
    }

    private Problem warning(String code) {
        return Problem.warning(code, goal.at("targets"))
                .with("goal", goal.name())
                .with("metric", what.metric().name());
    }
}
