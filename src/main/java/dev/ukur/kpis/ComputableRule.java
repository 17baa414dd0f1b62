package dev.ukur.kpis;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.List;

/** The workspace's data can give a KPI's metric. A warning only: data may be yet to come. */
final class ComputableRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        List<CatalogueEntry> catalog = goals.metrics().catalog();
        return goals.each(goal -> goals.metric(goal).stream()
                .flatMap(metric ->
                        catalog.stream().filter(entry -> entry.metric().name().equals(metric.name())))
                .filter(entry -> !entry.computable())
                .map(entry -> problem(goal, entry)));
    }

    private static Problem problem(Goal goal, CatalogueEntry entry) {
        return Problem.warning("kpi-not-computable", goal.at("metric"))
                .with("goal", goal.name())
                .with("metric", entry.metric().name())
                .with("missing", String.join(", ", entry.missing()));
    }
}
