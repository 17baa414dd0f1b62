package dev.ukur.problem;

import java.math.BigDecimal;

/**
 * A share as a fact of a problem: the sentence tells it in per cent, in the reader's way of writing numbers.
 *
 * @param value 0..1 for a part of a whole; below 0 for a loss
 */
public record Share(BigDecimal value) {

    /** A share of a computed number. */
    public static Share of(double value) {
        return new Share(BigDecimal.valueOf(value));
    }
}
