package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Factors and guardrails of a KPI exist in the catalogue. */
final class UnknownFactorRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> Stream.concat(
                unknown(goal.kpi().factors(), goals.metrics())
                        .map(name -> problem(goal, "factor", name, goals.metrics())),
                unknown(goal.kpi().guardrails(), goals.metrics())
                        .map(name -> problem(goal, "guardrail", name, goals.metrics()))));
    }

    private static Stream<String> unknown(List<String> names, KpiMetrics metrics) {
        return names.stream().filter(name -> metrics.find(name).isEmpty());
    }

    private static Problem problem(Goal goal, String kind, String name, KpiMetrics metrics) {
        return Problem.error("kpi-unknown-" + kind, goal.at(kind + "s." + name))
                .with("goal", goal.name())
                .with(kind, name)
                .with("nearest", MetricNames.nearest(name, metrics));
    }
}
