package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Strategy;
import java.util.Optional;

/** What a goal's KPI is meant to move in the end. */
final class Outcome {

    private Outcome() {}

    /** The outcome a goal names, else the KPI of the wider goal it supports; never the KPI itself. */
    static Optional<Foresight.Seen> of(Goal goal, Strategy strategy, KpiMetrics metrics) {
        Optional<Foresight.Seen> named = goal.alignment()
                .outcome()
                .flatMap(metrics::find)
                .map(metric -> new Foresight.Seen(metric, Optional.empty()));
        return named.or(() -> wider(goal, strategy)
                        .flatMap(wide -> metrics.find(wide.kpi().metric())
                                .map(metric ->
                                        new Foresight.Seen(metric, wide.kpi().where()))))
                .filter(seen -> !isKpi(seen, goal, metrics));
    }

    private static Optional<Goal> wider(Goal goal, Strategy strategy) {
        return goal.alignment()
                .supports()
                .flatMap(name -> strategy.goals().stream()
                        .filter(other -> other.name().equals(name))
                        .findFirst());
    }

    private static boolean isKpi(Foresight.Seen seen, Goal goal, KpiMetrics metrics) {
        return metrics.find(goal.kpi().metric()).filter(seen.metric()::equals).isPresent()
                && goal.kpi().where().equals(seen.where());
    }
}
