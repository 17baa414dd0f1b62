package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import java.util.List;

/** A target for a year's or quarter's sum is of a metric whose periods add up, and of more than one of them. */
final class TargetSumRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.measurement(goal).stream()
                .flatMap(what -> goal.kpi().targets().stream()
                        .flatMap(target -> new TargetSpan(what, target).refusal(goal, goals.metrics()).stream())));
    }
}
