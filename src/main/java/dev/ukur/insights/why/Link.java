package dev.ukur.insights.why;

import dev.ukur.metrics.Anatomy;
import java.util.Optional;

/**
 * A number in a chain of drivers.
 *
 * @param measure of the catalogue, or {@link #DAYS}
 * @param where a filter of its own
 */
record Link(String measure, Optional<String> where) {

    /** How many days a period has: February is short. */
    static final Link DAYS = new Link("days", Optional.empty());

    static Link of(String measure) {
        return new Link(measure, Optional.empty());
    }

    boolean isDays() {
        return equals(DAYS);
    }

    /** The name its numbers are asked by. */
    String asked() {
        return Anatomy.Part.asked(measure);
    }
}
