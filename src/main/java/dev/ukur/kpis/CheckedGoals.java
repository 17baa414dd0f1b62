package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Strategy;
import dev.ukur.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The goals under check, and what rules may ask about them.
 *
 * @param strategy what {@code goals.yaml} says
 * @param metrics the catalogue and the numbers
 * @param numbers the numbers, each asked for once
 * @param today the day of the check
 */
record CheckedGoals(Strategy strategy, KpiMetrics metrics, Numbers numbers, LocalDate today) {

    CheckedGoals(Strategy strategy, KpiMetrics metrics, LocalDate today) {
        this(strategy, metrics, new Numbers(metrics), today);
    }

    /** The goals in the order written. */
    List<Goal> goals() {
        return strategy.goals();
    }

    /** The metric of a goal's KPI, when the catalogue knows it. */
    Optional<Metric> metric(Goal goal) {
        return metrics.find(goal.kpi().metric());
    }

    /** What a rule about single goals finds, in the order of the goals. */
    <T> List<T> each(Function<Goal, Stream<T>> rule) {
        return goals().stream().flatMap(rule).toList();
    }

    /** What a goal measures, when its metric and cadence are known. */
    Optional<Measurement> measurement(Goal goal) {
        return metric(goal)
                .flatMap(metric -> goal.kpi()
                        .cadence()
                        .map(cadence -> Measurement.of(goal.kpi(), cadence, metric, metrics.calendar())));
    }

    /** The history of a measurement, as far as it is known on the day of the check. */
    History history(Measurement what) {
        return numbers.history(what).until(today);
    }

    /** The baseline value of a goal; what is wrong with it is added to the problems. */
    Value baseline(Goal goal, Problems problems) {
        return measurement(goal)
                .map(what -> new Baseline(numbers, metrics).value(goal, what, history(what), problems))
                .orElse(Value.unknown());
    }
}
