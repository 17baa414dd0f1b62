package dev.ukur.sources.cell;

import java.math.BigDecimal;

/**
 * A number that may be censored: {@code < 10%} is 0.1 with bound {@link Bound#LT}.
 *
 * @param value the number, or the limit it lies beyond
 * @param bound on which side of the value the true number lies
 */
public record Bounded(BigDecimal value, Bound bound) {

    /** Where the true number lies. */
    public enum Bound {
        /** It is the value. */
        EXACT,
        /** Below it. */
        LT,
        /** Above it. */
        GT
    }
}
