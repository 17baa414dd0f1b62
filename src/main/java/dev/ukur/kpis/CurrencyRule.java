package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All money behind a KPI is in one currency, or there are rates to convert it by. */
final class CurrencyRule implements GoalRule {

    private static final String NO_RATE = "no-fx-rate";

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.measurement(goal).stream()
                .filter(what -> hasHoles(goals.history(what), what))
                .flatMap(what -> goals.history(what).problems().stream())
                .filter(problem -> problem.code().equals(NO_RATE))
                .flatMap(problem -> clash(goal, problem)));
    }

    /** A count of orders stays whole whatever they were paid in; a sum of money does not. */
    private static boolean hasHoles(History history, Measurement what) {
        Optional<LocalDate> known = history.entries().stream()
                .filter(entry -> entry.value().value().isPresent())
                .map(entry -> entry.period().first())
                .findFirst();
        boolean lateStart = history.from()
                .filter(from -> known.filter(
                                first -> !first.isAfter(what.around(from).last().plusDays(1)))
                        .isEmpty())
                .isPresent();
        return lateStart
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
