package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One metric, under one filter, measures one goal. */
final class SharedMetricRule implements GoalRule {

    private record Measured(String metric, Optional<String> where) {}

    @Override
    public List<Problem> check(CheckedGoals goals) {
        Map<Measured, Goal> first = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Goal goal : goals.goals()) {
            goals.metric(goal).ifPresent(metric -> {
                Measured measured = new Measured(metric.name(), goal.kpi().where());
                Goal other = first.putIfAbsent(measured, goal);
                if (other != null) {
                    problems.add(Problem.warning("kpi-metric-shared", goal.at("metric"))
                            .with("goal", goal.name())
                            .with("metric", metric.name())
                            .with("other", other.name()));
                }
            });
        }
        return problems;
    }
}
