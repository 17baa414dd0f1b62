package dev.ukur.metrics;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A number that is told but compared with none, because its days are not final.
 *
 * @param period the first day of its row's period; empty in the totals
 * @param column whose number it is: a metric, or {@code x_before} for what a metric {@code x} is compared with
 * @param cause why it may still change
 * @param days those of its days that are not final
 */
public record Unsettled(Optional<LocalDate> period, String column, Cause cause, Period days) {

    /** What is still to come. */
    public enum Cause {
        /** The source may restate the days. */
        RESTATED,
        /** Much of what follows on the days has not arrived yet, such as sales on leads. */
        ARRIVING
    }

    /** The same number, of all rows together. */
    Unsettled ofTotals() {
        return new Unsettled(Optional.empty(), column, cause, days);
    }
}
