package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The data behind a KPI are not older than its cadence allows: its last whole period can be told some days after its end. */
final class FreshnessRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        return goals.each(goal -> goal.kpi().cadence().stream().flatMap(cadence -> check(goals, goal, cadence)));
    }

    private static Stream<Problem> check(CheckedGoals goals, Goal goal, Cadence cadence) {
        return goals.measurement(goal).stream()
                .flatMap(what -> goals.history(what).completeUntil().stream()
                        .flatMap(until -> stale(goal, until, expected(cadence, what, goals.today()))));
    }

    private static Stream<Problem> stale(Goal goal, LocalDate until, Period expected) {
        return until.isBefore(expected.last())
                ? Stream.of(Problem.warning("kpi-data-stale", goal.at("metric"))
                        .with("goal", goal.name())
                        .with("metric", goal.kpi().metric())
                        .with("until", until)
                        .with("period", expected))
                : Stream.empty();
    }

    /** The last period that ended long enough ago for its exports to have been taken. */
    private static Period expected(Cadence cadence, Measurement what, LocalDate today) {
        LocalDate settled = today.minusDays(grace(cadence));
        return what.around(what.around(settled).first().minusDays(1));
    }

    /** How many days after a period's end its numbers may be missing. */
    private static int grace(Cadence cadence) {
        return switch (cadence) {
            case DAILY, WEEKLY -> 3;
            case MONTHLY -> 7;
            case QUARTERLY -> 14;
            case YEARLY -> 30;
        };
    }
}
