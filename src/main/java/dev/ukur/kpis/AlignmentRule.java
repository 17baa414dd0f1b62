package dev.ukur.kpis;

import dev.ukur.model.Aim;
import dev.ukur.model.Goal;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goals serve aims or wider goals that exist, without a circle; once there are aims, each is served and each goal serves. */
final class AlignmentRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        List<Problem> problems = new ArrayList<>(goals.each(goal -> Stream.of(
                        unknown(goal, goals), circle(goal, goals), alone(goal, goals), unknownOutcome(goal, goals))
                .flatMap(Optional::stream)));
        problems.addAll(unserved(goals));
        return problems;
    }

    private static Optional<Problem> unknown(Goal goal, CheckedGoals goals) {
        Set<String> known = names(goals);
        return goal.alignment()
                .supports()
                .filter(name -> !known.contains(name))
                .map(name -> Problem.error("goal-unknown-aim", goal.at("supports"))
                        .with("goal", goal.name())
                        .with("aim", name)
                        .with("nearest", Nearest.to(name, known).orElse("–")));
    }

    private static Optional<Problem> unknownOutcome(Goal goal, CheckedGoals goals) {
        return goal.alignment()
                .outcome()
                .filter(name -> goals.metrics().find(name).isEmpty())
                .map(name -> Problem.error("goal-unknown-outcome", goal.at("outcome"))
                        .with("goal", goal.name())
                        .with("outcome", name)
                        .with("nearest", MetricNames.nearest(name, goals.metrics())));
    }

    private static Optional<Problem> circle(Goal goal, CheckedGoals goals) {
        Set<String> way = new LinkedHashSet<>();
        Optional<Goal> next = Optional.of(goal);
        while (next.isPresent() && way.add(next.get().name())) {
            next = next.get().alignment().supports().flatMap(name -> find(name, goals));
        }
        return next.filter(back -> back.name().equals(goal.name()))
                .map(back -> Problem.error("goal-circle", goal.at("supports"))
                        .with("goal", goal.name())
                        .with("path", String.join(" > ", way) + " > " + goal.name()));
    }

    private static Optional<Problem> alone(Goal goal, CheckedGoals goals) {
        boolean serves = goal.alignment().supports().isPresent();
        return serves || goals.strategy().aims().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.warning("goal-no-aim", goal.at())
                        .with("goal", goal.name())
                        .with(
                                "aims",
                                goals.strategy().aims().stream().map(Aim::name).collect(Collectors.joining(", "))));
    }

    private static List<Problem> unserved(CheckedGoals goals) {
        Set<String> served = goals.goals().stream()
                .flatMap(goal -> goal.alignment().supports().stream())
                .collect(Collectors.toSet());
        return goals.strategy().aims().stream()
                .filter(aim -> !served.contains(aim.name()))
                .map(aim -> Problem.warning("aim-no-goal", aim.at()).with("aim", aim.name()))
                .toList();
    }

    private static Optional<Goal> find(String name, CheckedGoals goals) {
        return goals.goals().stream().filter(goal -> goal.name().equals(name)).findFirst();
    }

    private static Set<String> names(CheckedGoals goals) {
        Set<String> names = goals.goals().stream().map(Goal::name).collect(Collectors.toCollection(LinkedHashSet::new));
        goals.strategy().aims().forEach(aim -> names.add(aim.name()));
        return names;
    }
}
