package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A factor moves the KPI, as far as the data can show. A note only: a factor may matter in a way that was never tried. */
final class FactorEvidenceRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream().flatMap(metric -> check(goals, goal, metric)));
    }

    private static Stream<Problem> check(CheckedGoals goals, Goal goal, Metric kpi) {
        Foresight foresight = new Foresight(goals);
        Optional<String> where = goal.kpi().where();
        return goal.kpi().factors().stream()
                .flatMap(name -> goals.metrics().find(name).stream())
                .filter(factor -> !factor.equals(kpi))
                .flatMap(factor ->
                        foresight.of(new Foresight.Seen(factor, where), new Foresight.Seen(kpi, where)).stream()
                                .filter(found -> found.kind() == Foresight.Kind.NONE)
                                .map(found -> problem(goal, factor, found)));
    }

    private static Problem problem(Goal goal, Metric factor, Foresight.Found found) {
        Problem problem = EvidenceFacts.add(
                Problem.warning("kpi-factor-no-evidence", goal.at("factors." + factor.name()))
                        .with("goal", goal.name())
                        .with("metric", goal.kpi().metric())
                        .with("factor", factor.name()),
                found);
        return new Problem(problem.code(), Severity.NOTE, problem.at(), problem.facts());
    }
}
