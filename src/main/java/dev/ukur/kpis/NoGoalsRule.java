package dev.ukur.kpis;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.List;

/** Without a goal there is nothing to score. */
final class NoGoalsRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.goals().isEmpty() ? List.of(Problem.warning("goals-none", Location.nowhere())) : List.of();
    }
}
