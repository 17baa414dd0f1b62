package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.List;

/** There are data for the whole baseline, in whole periods of the cadence. */
final class BaselineDataRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        Problems problems = new Problems();
        goals.goals().stream()
                .filter(goal -> goal.kpi()
                        .baseline()
                        .filter(days -> days.last().isBefore(goals.today()))
                        .isPresent())
                .forEach(goal -> goals.baseline(goal, problems));
        return problems.list();
    }
}
