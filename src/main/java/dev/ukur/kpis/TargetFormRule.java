package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import java.util.List;

/** A target is written in a form that fits its metric's unit. */
final class TargetFormRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream()
                .flatMap(metric -> goal.kpi().targets().stream()
                        .flatMap(target -> new TargetLevel(goal, metric).wrongForm(target).stream())));
    }
}
