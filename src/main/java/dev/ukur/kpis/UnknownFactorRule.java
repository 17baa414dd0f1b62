package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Factors and guardrails of a KPI exist in the catalogue. */
final class UnknownFactorRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> Stream.concat(factors(goal, goals.metrics()), guardrails(goal, goals.metrics())));
    }

    private static Stream<Problem> factors(Goal goal, KpiMetrics metrics) {
        return unknown(goal.kpi().factors(), metrics)
                .map(name -> Problem.error("kpi-unknown-factor", goal.at("factors." + name))
                        .with("goal", goal.name())
                        .with("factor", name)
                        .with("nearest", MetricNames.nearest(name, metrics)));
    }

    private static Stream<Problem> guardrails(Goal goal, KpiMetrics metrics) {
        return unknown(goal.kpi().guardrails(), metrics)
                .map(name -> Problem.error("kpi-unknown-guardrail", goal.at("guardrails." + name))
                        .with("goal", goal.name())
                        .with("guardrail", name)
                        .with("nearest", MetricNames.nearest(name, metrics)));
    }

    private static Stream<String> unknown(List<String> names, KpiMetrics metrics) {
        return names.stream().filter(name -> metrics.find(name).isEmpty());
    }
}
