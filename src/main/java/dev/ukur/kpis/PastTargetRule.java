package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** At least one target is still to come. */
final class PastTargetRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> check(goal, goals.today()));
    }

    private static Stream<Problem> check(Goal goal, LocalDate today) {
        Optional<Target> last = goal.kpi().targets().stream().max(Comparator.comparing(Target::due));
        return last.filter(target -> target.due().isBefore(today)).stream()
                .map(target -> Problem.warning("kpi-target-past", target.at())
                        .with("goal", goal.name())
                        .with("due", target.due()));
    }
}
