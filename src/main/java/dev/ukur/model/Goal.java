package dev.ukur.model;

import dev.ukur.problem.Location;

/**
 * A business goal in a sentence, and the one KPI that measures it.
 *
 * @param name short name, the key in {@code goals.yaml}
 * @param sentence what the business wants
 * @param kpi the one measure of it
 * @param at where the goal stands
 */
public record Goal(String name, Label sentence, Kpi kpi, Location at) {

    /** The place of a part of the goal, for messages. */
    public Location at(String key) {
        return kpi.places().getOrDefault(key, at);
    }
}
