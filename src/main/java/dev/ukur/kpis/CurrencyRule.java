package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** All money behind a KPI is in one currency, or there are rates to convert it by. */
final class CurrencyRule implements GoalRule {

    private static final String NO_RATE = "no-fx-rate";

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.measurement(goal).stream()
                .map(goals::history)
                .filter(CurrencyRule::hasHoles)
                .flatMap(history -> history.problems().stream())
                .filter(problem -> problem.code().equals(NO_RATE))
                .flatMap(problem -> clash(goal, problem)));
    }

    /** A count of orders stays whole whatever they were paid in. */
    private static boolean hasHoles(History history) {
        return history.entries().isEmpty()
                || history.entries().stream()
                        .anyMatch(entry -> entry.value().value().isEmpty());
    }

    private static Stream<Problem> clash(Goal goal, Problem problem) {
        return Stream.of(Problem.error("kpi-currency-clash", goal.at("metric"))
                .with("goal", goal.name())
                .with("metric", goal.kpi().metric())
                .with("table", problem.facts().getOrDefault("table", "–"))
                .with("from", problem.facts().getOrDefault("from", "–"))
                .with("to", problem.facts().getOrDefault("to", "–")));
    }
}
