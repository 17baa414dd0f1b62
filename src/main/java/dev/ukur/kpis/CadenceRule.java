package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A KPI is not reported more often than the data can tell: a monthly export says nothing of single days. */
final class CadenceRule implements GoalRule {

    /** A cadence tells the KPI when at least this share of its complete periods has a value. */
    private static final double ENOUGH = 0.5;

    private static final String LONG_ROWS = "unplaced-rows";

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goals.metric(goal).stream()
                .flatMap(metric -> goal.kpi().cadence().stream()
                        .flatMap(cadence -> check(goals, goal, new Wanted(metric, cadence)))));
    }

    private record Wanted(Metric metric, Cadence cadence) {

        Wanted at(Cadence other) {
            return new Wanted(metric, other);
        }
    }

    private static Stream<Problem> check(CheckedGoals goals, Goal goal, Wanted wanted) {
        History history = history(goals, goal, wanted);
        boolean longRows =
                history.problems().stream().anyMatch(problem -> problem.code().equals(LONG_ROWS));
        if (!longRows || told(history)) {
            return Stream.empty();
        }
        Optional<Cadence> finest = Arrays.stream(Cadence.values())
                .filter(other -> other.compareTo(wanted.cadence()) > 0)
                .filter(other -> told(history(goals, goal, wanted.at(other))))
                .findFirst();
        return finest.stream()
                .map(other -> Problem.error("kpi-cadence-too-fine", goal.at("cadence"))
                        .with("goal", goal.name())
                        .with("metric", wanted.metric().name())
                        .with("cadence", wanted.cadence().word())
                        .with("finest", other.word()));
    }

    private static History history(CheckedGoals goals, Goal goal, Wanted wanted) {
        return goals.history(Measurement.of(
                goal.kpi(), wanted.cadence(), wanted.metric(), goals.metrics().calendar()));
    }

    private static boolean told(History history) {
        long known = history.entries().stream()
                .filter(entry -> entry.value().value().isPresent())
                .count();
        return known > 0 && known >= ENOUGH * history.entries().size();
    }
}
