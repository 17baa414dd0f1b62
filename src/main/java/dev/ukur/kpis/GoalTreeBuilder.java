package dev.ukur.kpis;

import dev.ukur.model.DriverLink;
import dev.ukur.model.DriverLink.Relation;
import dev.ukur.model.Goal;
import dev.ukur.model.Strategy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts aims, goals and drivers below each other, and asks the data what they show of them. */
public final class GoalTreeBuilder {

    private final CheckedGoals goals;
    private final Foresight foresight;
    private final IdentityCheck identities;

    /** A tree over some metrics, with what is known on a day. */
    public GoalTreeBuilder(Strategy strategy, KpiMetrics metrics, LocalDate today) {
        this.goals = new CheckedGoals(strategy, metrics, today);
        this.foresight = new Foresight(goals);
        this.identities = new IdentityCheck(metrics, goals.numbers());
    }

    /** The tree; goals in a circle stand at the top. */
    public GoalTree build() {
        Strategy strategy = goals.strategy();
        Set<String> names = strategy.goals().stream().map(Goal::name).collect(Collectors.toCollection(HashSet::new));
        strategy.aims().forEach(aim -> names.add(aim.name()));
        List<GoalTree.Branch> aims = strategy.aims().stream()
                .map(aim -> new GoalTree.Branch(aim, below(aim.name(), Set.of())))
                .toList();
        List<GoalTree.Node> alone = strategy.goals().stream()
                .filter(goal ->
                        goal.alignment().supports().filter(names::contains).isEmpty() || inCircle(goal))
                .map(goal -> node(goal, Set.of()))
                .toList();
        return new GoalTree(aims, alone);
    }

    private List<GoalTree.Node> below(String name, Set<String> above) {
        return goals.goals().stream()
                .filter(goal -> goal.alignment().supports().filter(name::equals).isPresent())
                .filter(goal -> !above.contains(goal.name()))
                .map(goal -> node(goal, above))
                .toList();
    }

    private GoalTree.Node node(Goal goal, Set<String> above) {
        Set<String> way = new HashSet<>(above);
        way.add(goal.name());
        return new GoalTree.Node(goal, goals.metric(goal), evidence(goal), drivers(goal), below(goal.name(), way));
    }

    private boolean inCircle(Goal goal) {
        Set<String> way = new HashSet<>();
        Optional<Goal> next = Optional.of(goal);
        while (next.isPresent() && way.add(next.get().name())) {
            next = next.get()
                    .alignment()
                    .supports()
                    .flatMap(name -> goals.goals().stream()
                            .filter(other -> other.name().equals(name))
                            .findFirst());
        }
        return next.filter(back -> back.name().equals(goal.name())).isPresent();
    }

    private Optional<GoalTree.Evidence> evidence(Goal goal) {
        return goals.metric(goal)
                .flatMap(metric -> Outcome.of(goal, goals.strategy(), goals.metrics())
                        .flatMap(outcome -> foresight
                                .of(new Foresight.Seen(metric, goal.kpi().where()), outcome)
                                .map(found -> new GoalTree.Evidence(
                                        outcome.metric().name(),
                                        found.kind().name().toLowerCase(Locale.ROOT),
                                        found.gain().gain(),
                                        found.gain().interval().low(),
                                        found.gain().interval().high(),
                                        found.periods()))));
    }

    /** The steps written for the KPI's metric, then its factors that stand in none of them. */
    private List<GoalTree.Driver> drivers(Goal goal) {
        List<GoalTree.Driver> drivers = new ArrayList<>(steps(goal.kpi().metric(), Set.of()));
        Set<String> there = drivers.stream().map(GoalTree.Driver::metric).collect(Collectors.toSet());
        goal.kpi().factors().stream()
                .filter(factor -> !there.contains(factor))
                .map(factor -> new GoalTree.Driver(
                        factor,
                        Relation.INFLUENCES,
                        Optional.empty(),
                        steps(factor, Set.of(goal.kpi().metric()))))
                .forEach(drivers::add);
        return drivers;
    }

    private List<GoalTree.Driver> steps(String metric, Set<String> above) {
        Set<String> way = new HashSet<>(above);
        if (!way.add(metric)) {
            return List.of();
        }
        List<GoalTree.Driver> steps = new ArrayList<>();
        for (DriverLink link : goals.strategy().below(metric)) {
            Optional<Boolean> holds = holds(link);
            link.parts()
                    .forEach(part -> steps.add(new GoalTree.Driver(part, link.relation(), holds, steps(part, way))));
        }
        return steps;
    }

    private Optional<Boolean> holds(DriverLink link) {
        if (!link.relation().isIdentity()) {
            return Optional.empty();
        }
        IdentityCheck.Found found = identities.check(link);
        return found.periods() == 0
                ? Optional.empty()
                : Optional.of(found.apart().isEmpty());
    }
}
