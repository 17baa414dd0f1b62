package dev.ukur.kpis;

import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Role;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A KPI that is on the way to an outcome helps to foretell it; one that does not is vanity by the data. The outcome is
 * the one the goal names, else the KPI of the wider goal it supports.
 */
final class OutcomeEvidenceRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream().flatMap(metric -> check(goals, goal, metric)));
    }

    private static Stream<Problem> check(CheckedGoals goals, Goal goal, Metric metric) {
        Optional<Foresight.Seen> outcome = Outcome.of(goal, goals.strategy(), goals.metrics());
        if (outcome.isEmpty()) {
            boolean onTheWay = metric.role() == Role.DRIVER && metric.direction() != Direction.NEUTRAL;
            return onTheWay && goal.alignment().outcome().isEmpty() ? Stream.of(unnamed(goal, metric)) : Stream.empty();
        }
        Foresight.Seen candidate = new Foresight.Seen(metric, goal.kpi().where());
        return new Foresight(goals)
                .of(candidate, outcome.get()).stream()
                        .filter(found -> found.kind() == Foresight.Kind.NONE)
                        .map(found -> EvidenceFacts.add(
                                Problem.warning("kpi-vanity-evidence", goal.at("metric"))
                                        .with("goal", goal.name())
                                        .with("metric", metric.name())
                                        .with("outcome", outcome.get().metric().name()),
                                found));
    }

    private static Problem unnamed(Goal goal, Metric metric) {
        Problem problem = Problem.warning("goal-no-outcome", goal.at("metric"))
                .with("goal", goal.name())
                .with("metric", metric.name());
        return new Problem(problem.code(), Severity.NOTE, problem.at(), problem.facts());
    }
}
