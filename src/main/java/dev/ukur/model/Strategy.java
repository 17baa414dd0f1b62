package dev.ukur.model;

import java.util.List;

/**
 * What {@code goals.yaml} says.
 *
 * @param aims wider aims, in the order written
 * @param goals each with its one KPI, in the order written
 * @param drivers the steps of the driver tree, in the order written
 */
public record Strategy(List<Aim> aims, List<Goal> goals, List<DriverLink> drivers) {

    public Strategy {
        aims = List.copyOf(aims);
        goals = List.copyOf(goals);
        drivers = List.copyOf(drivers);
    }

    /** Goals alone. */
    public static Strategy of(List<Goal> goals) {
        return new Strategy(List.of(), goals, List.of());
    }

    /** The steps below a metric. */
    public List<DriverLink> below(String metric) {
        return drivers.stream().filter(link -> link.metric().equals(metric)).toList();
    }
}
