package dev.ukur.kpis;

import dev.ukur.problem.Problem;
import java.util.List;

/** One thing that a workspace's goals must fulfil. */
interface GoalRule {

    /** What is against the rule; nothing when all is well. */
    List<Problem> check(CheckedGoals goals);
}
