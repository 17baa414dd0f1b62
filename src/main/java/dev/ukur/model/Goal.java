package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.Map;
import java.util.Optional;

/**
 * A business goal in a sentence, and the one KPI that measures it.
 *
 * @param name short name, the key in {@code goals.yaml}
 * @param sentence what the business wants
 * @param kpi the one measure of it
 * @param alignment what it is for
 * @param at where the goal stands
 */
public record Goal(String name, Label sentence, Kpi kpi, Alignment alignment, Location at) {

    /**
     * What a goal is for.
     *
     * @param supports the wider goal or aim it serves, by name
     * @param outcome the metric it is meant to move in the end, where the KPI itself is only on the way there
     * @param why how the KPI relates to the goal, in a sentence
     * @param places where these are written
     */
    public record Alignment(
            Optional<String> supports, Optional<String> outcome, Optional<Label> why, Map<String, Location> places) {

        public Alignment {
            places = Map.copyOf(places);
        }

        /** A goal that stands by itself. */
        public static Alignment none() {
            return new Alignment(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        }
    }

    /** A goal that stands by itself. */
    public Goal(String name, Label sentence, Kpi kpi, Location at) {
        this(name, sentence, kpi, Alignment.none(), at);
    }

    /** The place of a part of the goal, for messages. */
    public Location at(String key) {
        Location own = alignment.places().get(key);
        return own != null ? own : kpi.places().getOrDefault(key, at);
    }
}
