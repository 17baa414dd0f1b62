package dev.ukur.insights;

import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.TwoProportions;

/**
 * How many of how many.
 *
 * @param hits not more than {@code of}
 * @param of not negative
 */
public record Rate(long hits, long of) {

    /** The share with its Wilson interval; unknown of none. */
    public Term term() {
        return of == 0 ? Term.UNKNOWN : between();
    }

    /** The same; only of at least one. */
    public Term.Between between() {
        Interval wilson = proportion().wilson();
        return new Term.Between(share(), wilson.low(), wilson.high(), MetricUnit.SHARE);
    }

    /** The share; only of at least one. */
    public double share() {
        return (double) hits / of;
    }

    /** The two-sided p-value of "both shares are the same"; 1 when one is of none. */
    public double pAgainst(Rate other) {
        return of == 0 || other.of == 0 ? 1 : against(other).zTest().p();
    }

    /** The two as they are compared; both of at least one. */
    public TwoProportions against(Rate other) {
        return new TwoProportions(proportion(), other.proportion());
    }

    private Proportion proportion() {
        return new Proportion(hits, of);
    }
}
