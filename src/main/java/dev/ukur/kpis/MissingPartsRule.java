package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A KPI has all that makes it drive action. Without a cadence or a target it cannot be scored: an error; the rest is a
 * warning. A part that is written but could not be read was told by the reader already.
 */
final class MissingPartsRule implements GoalRule {

    private record Part(String key, String code, Severity severity, Predicate<Kpi> missing) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "cadence",
                    "kpi-no-cadence",
                    Severity.ERROR,
                    kpi -> kpi.cadence().isEmpty()),
            new Part(
                    "targets",
                    "kpi-no-target",
                    Severity.ERROR,
                    kpi -> kpi.targets().isEmpty()),
            new Part(
                    "owner",
                    "kpi-no-owner",
                    Severity.WARNING,
                    kpi -> kpi.owner().isEmpty()),
            new Part(
                    "baseline",
                    "kpi-no-baseline",
                    Severity.WARNING,
                    kpi -> kpi.baseline().isEmpty()),
            new Part(
                    "factors",
                    "kpi-no-factors",
                    Severity.WARNING,
                    kpi -> kpi.factors().isEmpty()),
            new Part(
                    "guardrails",
                    "kpi-no-guardrail",
                    Severity.WARNING,
                    kpi -> kpi.guardrails().isEmpty()),
            new Part(
                    "action",
                    "kpi-no-action",
                    Severity.WARNING,
                    kpi -> kpi.action().isEmpty()));

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(MissingPartsRule::missing);
    }

    private static Stream<Problem> missing(Goal goal) {
        return PARTS.stream()
                .filter(part -> part.missing().test(goal.kpi()))
                .filter(part -> !goal.kpi().places().containsKey(part.key()))
                .map(part -> new Problem(part.code(), part.severity(), goal.at("kpi"), Map.of("goal", goal.name())));
    }
}
