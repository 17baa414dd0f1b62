package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The metric of a KPI exists in the catalogue. */
final class UnknownMetricRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(
                goal -> goals.metric(goal).isPresent() ? Stream.empty() : Stream.of(problem(goal, goals.metrics())));
    }

    static Problem problem(Goal goal, KpiMetrics metrics) {
        String name = goal.kpi().metric();
        return Problem.error("kpi-unknown-metric", goal.at("metric"))
                .with("goal", goal.name())
                .with("metric", name)
                .with("nearest", MetricNames.nearest(name, metrics));
    }
}
