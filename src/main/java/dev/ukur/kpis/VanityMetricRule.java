package dev.ukur.kpis;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Role;
import dev.ukur.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A KPI is no vanity metric: one of role {@code context}, which a team likes to see move but after which no action
 * follows. The problem names outcome and driver metrics that this workspace's data can give.
 */
final class VanityMetricRule implements GoalRule {

    private static final int SUGGESTIONS = 3;

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals
                .metric(goal)
                .filter(metric -> metric.role() == Role.CONTEXT)
                .map(metric -> problem(goal, metric.name(), goals.metrics()))
                .stream());
    }

    private static Problem problem(Goal goal, String metric, KpiMetrics metrics) {
        return Problem.error("kpi-vanity", goal.at("metric"))
                .with("goal", goal.name())
                .with("metric", metric)
                .with("suggestions", suggestions(goal, metrics));
    }

    /** The goal's own factors first, for they were named as what matters; then outcomes, then drivers. */
    private static String suggestions(Goal goal, KpiMetrics metrics) {
        Stream<CatalogueEntry> usable =
                metrics.catalog().stream().filter(entry -> entry.metric().role() != Role.CONTEXT);
        String names = usable.filter(CatalogueEntry::computable)
                .map(CatalogueEntry::metric)
                .sorted(Comparator.comparing(
                                (Metric metric) -> !goal.kpi().factors().contains(metric.name()))
                        .thenComparing(Metric::role))
                .limit(SUGGESTIONS)
                .map(Metric::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }
}
