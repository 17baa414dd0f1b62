package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A baseline is over, and over before the first target is due. */
final class BaselinePeriodRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goal.kpi().baseline().stream().flatMap(days -> check(goal, days, goals.today())));
    }

    private static Stream<Problem> check(Goal goal, Period days, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (!days.last().isBefore(today)) {
            problems.add(problem("kpi-baseline-future", goal, days));
        }
        Optional<LocalDate> due = goal.kpi().targets().stream().map(Target::due).min(LocalDate::compareTo);
        if (due.isPresent() && !days.last().isBefore(due.get())) {
            problems.add(problem("kpi-baseline-after-due", goal, days).with("due", due.get()));
        }
        return problems.stream();
    }

    private static Problem problem(String code, Goal goal, Period days) {
        return Problem.error(code, goal.at("baseline"))
                .with("goal", goal.name())
                .with("baseline", days.toString());
    }
}
