package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A target is better than the baseline, in the direction in which the metric gets better. */
final class TargetSideRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream().flatMap(metric -> check(goals, goal, metric)));
    }

    private static Stream<Problem> check(CheckedGoals goals, Goal goal, Metric metric) {
        if (metric.direction() == Direction.NEUTRAL) {
            return Stream.of(Problem.warning("kpi-no-direction", goal.at("metric"))
                    .with("goal", goal.name())
                    .with("metric", metric.name()));
        }
        Value baseline = goals.baseline(goal, new Problems());
        return goal.kpi().targets().stream()
                .filter(target ->
                        new TargetLevel(goal, metric).wrongForm(target).isEmpty())
                .filter(target -> span(goals, goal, target)
                        .flatMap(span -> span.refusal(goal, goals.metrics()))
                        .isEmpty())
                .filter(target -> gain(metric, target, of(goals, goal, target, baseline)) <= 0)
                .map(target -> problem(goal, metric, target, of(goals, goal, target, baseline)));
    }

    /** The baseline over the days the target speaks of. */
    private static Value of(CheckedGoals goals, Goal goal, Target target, Value baseline) {
        return span(goals, goal, target).map(span -> span.of(baseline)).orElse(baseline);
    }

    private static Optional<TargetSpan> span(CheckedGoals goals, Goal goal, Target target) {
        return goals.measurement(goal).map(what -> new TargetSpan(what, target));
    }

    /** How much better than the baseline, in the metric's direction; 1 when the baseline is not known. */
    private static double gain(Metric metric, Target target, Value baseline) {
        double sign = metric.direction() == Direction.DOWN ? -1 : 1;
        double value = target.value().doubleValue();
        return target.relative()
                ? sign * value
                : baseline.value().map(from -> sign * (value - from)).orElse(1.0);
    }

    private static Problem problem(Goal goal, Metric metric, Target target, Value baseline) {
        return Problem.error("kpi-target-not-better", target.at())
                .with("goal", goal.name())
                .with("metric", metric.name())
                .with("direction", metric.direction().word())
                .with("target", written(target))
                .with(
                        "baseline",
                        baseline.value().map(value -> written(value, metric)).orElse("–"));
    }

    private static String written(Target target) {
        String number = target.form() == Target.Form.LEVEL
                ? target.value().toPlainString()
                : target.value().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        return target.relative() && target.value().signum() >= 0 ? "+" + number : number;
    }

    /** The number as a person would write it in the file. */
    private static String written(double value, Metric metric) {
        boolean share = metric.unit() == MetricUnit.SHARE;
        BigDecimal number = BigDecimal.valueOf(share ? value * 100 : value).setScale(2, RoundingMode.HALF_EVEN);
        return number.stripTrailingZeros().toPlainString() + (share ? "%" : "");
    }
}
