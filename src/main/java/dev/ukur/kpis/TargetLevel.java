package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.Optional;

/**
 * Targets of a goal as numbers in the unit of its metric.
 *
 * @param goal whose targets they are
 * @param metric of its KPI
 */
record TargetLevel(Goal goal, Metric metric) {

    /** The level of a target, or empty with a warning when its form says nothing for this metric or needs a baseline. */
    Optional<Double> of(Target target, Value baseline, Problems problems) {
        return of(target.level(), baseline, problems);
    }

    /** As a number what was written as a level. */
    Optional<Double> of(Target.Level target, Value baseline, Problems problems) {
        Optional<Problem> wrong = wrongForm(target);
        if (wrong.isPresent()) {
            problems.add(wrong.get());
            return Optional.empty();
        }
        double value = target.value().doubleValue();
        if (!target.relative()) {
            return Optional.of(value);
        }
        Optional<Double> from = baseline.value().filter(number -> number > 0);
        if (from.isEmpty()) {
            problems.add(
                    Problem.warning("kpi-target-needs-baseline", target.at()).with("goal", goal.name()));
        }
        return from.map(number -> number * (1 + value));
    }

    /** A percentage where the metric is no share, or a share above 1 without a percent sign. */
    Optional<Problem> wrongForm(Target target) {
        return wrongForm(target.level());
    }

    private Optional<Problem> wrongForm(Target.Level target) {
        boolean share = metric.unit() == MetricUnit.SHARE;
        if (!share && target.form() == Target.Form.PERCENT) {
            return Optional.of(problem("kpi-target-percent", target));
        }
        if (share && target.form() == Target.Form.LEVEL && target.value().doubleValue() > 1) {
            return Optional.of(problem("kpi-target-share", target));
        }
        return Optional.empty();
    }

    private Problem problem(String code, Target.Level target) {
        String number = target.form() == Target.Form.PERCENT
                ? target.value().movePointRight(2).stripTrailingZeros().toPlainString()
                : target.value().toPlainString();
        return Problem.error(code, target.at())
                .with("goal", goal.name())
                .with("metric", metric.name())
                .with("value", number);
    }
}
