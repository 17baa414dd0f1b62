package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import java.util.List;

/** A team can steer by few KPIs only. */
final class TooManyKpisRule implements GoalRule {

    private static final int MOST = 7;

    @Override
    public List<Problem> check(CheckedGoals goals) {
        int count = goals.goals().size();
        if (count <= MOST) {
            return List.of();
        }
        return List.of(Problem.warning("kpi-too-many", goals.goals().get(MOST).at())
                .with("count", count)
                .with("most", MOST));
    }
}
