package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.problem.Severity;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value a KPI is compared with, per period of its cadence. A ratio of sums is taken over all baseline days
 * at once, because a mean of ratios weighs quiet and busy periods alike. Everything else, amounts and what depends on the
 * length of a period (churn), is the mean of the whole periods inside the baseline days.
 */
final class Baseline {

    /** A smaller share of days that are not final hardly moves the value of all. */
    private static final double OPEN_SHARE = 0.25;

    private final Numbers numbers;
    private final KpiMetrics metrics;

    Baseline(Numbers numbers, KpiMetrics metrics) {
        this.numbers = numbers;
        this.metrics = metrics;
    }

    /**
     * The baseline value, or unknown with a warning.
     *
     * @param history of the KPI, ending where knowledge ends
     */
    Value value(Goal goal, Measurement what, History history, Problems problems) {
        Optional<Period> days = goal.kpi().baseline();
        if (days.isEmpty() || history.completeUntil().isEmpty()) {
            return Value.unknown();
        }
        LocalDate until = history.completeUntil().get();
        if (days.get().last().isAfter(until)) {
            problems.add(warning("kpi-baseline-incomplete", goal).with("until", until));
            return Value.unknown();
        }
        history.from()
                .filter(from -> from.isAfter(days.get().first()))
                .filter(from -> !from.isAfter(days.get().last()))
                .ifPresent(from ->
                        problems.add(warning("kpi-baseline-partial", goal).with("from", from)));
        history.provisionalFrom()
                .filter(first ->
                        open(days.get(), first) > OPEN_SHARE * days.get().days())
                .ifPresent(first ->
                        problems.add(warning("kpi-baseline-immature", goal).with("from", first)));
        try {
            return metrics.pools(what.metric()) ? whole(goal, what, problems) : mean(goal, what, problems);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return Value.unknown();
        }
    }

    /** How many days from one on are not final. */
    private static long open(Period days, LocalDate first) {
        return Math.min(days.days(), ChronoUnit.DAYS.between(first, days.last()) + 1);
    }

    private Value whole(Goal goal, Measurement what, Problems problems) {
        Value value = numbers.whole(what, goal.kpi().baseline().orElseThrow());
        if (value.value().isEmpty()) {
            problems.add(warning("kpi-baseline-empty", goal));
        }
        return value;
    }

    private Value mean(Goal goal, Measurement what, Problems problems) {
        List<Period> periods = what.wholePeriods(goal.kpi().baseline().orElseThrow());
        if (periods.isEmpty()) {
            problems.add(warning("kpi-baseline-cut", goal).with("cadence", cadence(goal)));
            return Value.unknown();
        }
        Period span = new Period(
                periods.get(0).first(), periods.get(periods.size() - 1).last());
        if (!span.equals(goal.kpi().baseline().orElseThrow())) {
            problems.add(trimmed(goal, span));
        }
        Map<Period, Double> values = numbers.each(what, span);
        if (!values.keySet().containsAll(periods)) {
            problems.add(warning("kpi-baseline-empty", goal));
            return Value.unknown();
        }
        double mean = periods.stream().mapToDouble(values::get).average().orElseThrow();
        return new Value(Optional.of(mean), Optional.empty(), Optional.empty());
    }

    private static Problem trimmed(Goal goal, Period used) {
        Problem problem = warning("kpi-baseline-trimmed", goal)
                .with("cadence", cadence(goal))
                .with("used", used);
        return new Problem(problem.code(), Severity.NOTE, problem.at(), problem.facts());
    }

    private static String cadence(Goal goal) {
        return goal.kpi().cadence().orElseThrow().word();
    }

    private static Problem warning(String code, Goal goal) {
        Location at = goal.at("baseline");
        return Problem.warning(code, at)
                .with("goal", goal.name())
                .with("baseline", goal.kpi().baseline().orElseThrow());
    }
}
