package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.Optional;

/** A target as a number in the metric's unit. */
final class TargetLevel {

    private TargetLevel() {}

    /** The level of a target, or empty with a warning when its form says nothing for this metric or needs a baseline. */
    static Optional<Double> of(Goal goal, Metric metric, Target target, Value baseline, Problems problems) {
        Optional<Problem> wrong = wrongForm(goal, metric, target);
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
    static Optional<Problem> wrongForm(Goal goal, Metric metric, Target target) {
        boolean share = metric.unit() == MetricUnit.SHARE;
        if (!share && target.form() == Target.Form.PERCENT) {
            return Optional.of(problem("kpi-target-percent", goal, metric, target));
        }
        if (share && target.form() == Target.Form.LEVEL && target.value().doubleValue() > 1) {
            return Optional.of(problem("kpi-target-share", goal, metric, target));
        }
        return Optional.empty();
    }

    private static Problem problem(String code, Goal goal, Metric metric, Target target) {
        String number = target.form() == Target.Form.PERCENT
                ? target.value().movePointRight(2).stripTrailingZeros().toPlainString()
                : target.value().toPlainString();
        return Problem.error(code, target.at())
                .with("goal", goal.name())
                .with("metric", metric.name())
                .with("value", number);
    }
}
