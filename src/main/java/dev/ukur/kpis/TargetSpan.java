package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.Optional;

/**
 * The days a target speaks of: the period of the cadence that holds its due day, or the whole year, quarter, month or week of
 * which it is the sum.
 *
 * @param what is measured
 * @param target whose days they are
 */
record TargetSpan(Measurement what, Target target) {

    private static final double DAYS_OF_A_WEEK = 7;

    /** All of them. */
    Period days() {
        return target.per()
                .map(grain -> what.calendar().around(grain, target.due()))
                .orElseGet(() -> what.around(target.due()));
    }

    /** Whether the target is the sum of several periods of the cadence. */
    boolean isSum() {
        return target.per().filter(grain -> grain != what.grain()).isPresent();
    }

    /** How many periods of the cadence they are; of weeks, which do not fit into months, a broken number. */
    double periods() {
        if (!isSum()) {
            return 1;
        }
        return what.grain() == Grain.WEEK
                ? days().days() / DAYS_OF_A_WEEK
                : what.cut(days()).size();
    }

    /** What these days would bring at the pace of a value per period. */
    Value of(Value perPeriod) {
        double periods = periods();
        return periods == 1
                ? perPeriod
                : new Value(
                        perPeriod.value().map(value -> value * periods),
                        perPeriod.low().map(low -> low * periods),
                        perPeriod.high().map(high -> high * periods));
    }

    /** Why there can be no such sum: the days are shorter than the cadence, or the metric of a year is not its months' sum. */
    Optional<Problem> refusal(Goal goal, KpiMetrics metrics) {
        Optional<Grain> per = target.per();
        if (per.isEmpty() || !isSum()) {
            return Optional.empty();
        }
        if (per.get().compareTo(what.grain()) < 0) {
            return Optional.of(problem("kpi-target-per-too-short", goal).with("cadence", what.grain()));
        }
        return metrics.adds(what.metric())
                ? Optional.empty()
                : Optional.of(problem("kpi-target-no-sum", goal)
                        .with("metric", what.metric().name()));
    }

    private Problem problem(String code, Goal goal) {
        return Problem.error(code, target.at())
                .with("goal", goal.name())
                .with("per", target.per().orElseThrow());
    }
}
