package dev.ukur.kpis;

import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The minimum of a target asks less than its value, the stretch more, and both are written in the form of the value. */
final class TargetBandsRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream()
                .filter(metric -> metric.direction() != Direction.NEUTRAL)
                .flatMap(metric -> goal.kpi().targets().stream().flatMap(target -> check(goal, metric, target))));
    }

    private static Stream<Problem> check(Goal goal, Metric metric, Target target) {
        return Stream.concat(
                check(goal, target, new Band("minimum", target.bands().minimum(), -sign(metric))),
                check(goal, target, new Band("stretch", target.bands().stretch(), sign(metric))));
    }

    /** A band and on which side of the target it must lie: 1 above it, -1 below. */
    private record Band(String name, Optional<Target.Level> level, int side) {}

    private static int sign(Metric metric) {
        return metric.direction() == Direction.DOWN ? -1 : 1;
    }

    private static Stream<Problem> check(Goal goal, Target target, Band band) {
        return band.level().stream()
                .filter(level ->
                        level.form() != target.form() || level.value().compareTo(target.value()) * band.side() <= 0)
                .map(level -> Problem.error(
                                level.form() != target.form() ? "kpi-band-form" : "kpi-band-side", level.at())
                        .with("goal", goal.name())
                        .with("band", band.name()));
    }
}
