package dev.ukur.stats.compare;

import dev.ukur.stats.Beta;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.Wilson;

/**
 * Successes out of trials, with the usual 95 % intervals of their share. Wilson's is the one to show; the others are for
 * those who were told to use them. The normal quantile is 1.959964, as in the published tables.
 *
 * @param successes not negative, not above the trials; may be fractional
 * @param trials positive, finite
 */
public record Proportion(double successes, double trials) {

    private static final double Z = 1.959964;
    private static final double TAIL = 0.025;

    public Proportion {
        if (!(trials > 0) || Double.isInfinite(trials) || !(successes >= 0) || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is no proportion");
        }
    }

    /** Successes per trial, 0..1. */
    public double share() {
        return successes / trials;
    }

    /** The share with the error {@code √(p (1-p) / n)}; useful for large samples only. */
    public Estimate estimate() {
        return Estimate.normal(share(), Math.sqrt(share() * (1 - share()) / trials));
    }

    /** The score interval without continuity correction (Wilson 1927); it stays within 0..1. */
    public Interval wilson() {
        return Wilson.interval(successes, trials).orElseThrow();
    }

    /** The score interval with continuity correction (Newcombe 1998, Statistics in Medicine 17:857, method 4). */
    public Interval wilsonWithContinuity() {
        double p = share();
        double q = 1 - p;
        double square = Z * Z;
        double twice = 2 * (trials + square);
        double below = Z * Math.sqrt(square - 2 - 1 / trials + 4 * p * (trials * q + 1));
        double above = Z * Math.sqrt(square + 2 - 1 / trials + 4 * p * (trials * q - 1));
        double low = p == 0 ? 0 : Math.max(0, (2 * successes + square - 1 - below) / twice);
        double high = q == 0 ? 1 : Math.min(1, (2 * successes + square + 1 + above) / twice);
        return new Interval(low, high);
    }

    /** The exact interval (Clopper and Pearson 1934): tails of the binomial distribution, at least 95 %, often more. */
    public Interval clopperPearson() {
        double failures = trials - successes;
        double low = successes == 0 ? 0 : new Beta(successes, failures + 1).quantile(TAIL);
        double high = failures == 0 ? 1 : new Beta(successes + 1, failures).quantile(1 - TAIL);
        return new Interval(low, high);
    }

    /**
     * The equal-tailed posterior interval under Jeffreys' prior Beta(1/2, 1/2); its lower end is 0 without successes,
     * its upper end 1 without failures (Brown, Cai and DasGupta 2001, Statistical Science 16:101).
     */
    public Interval jeffreys() {
        double failures = trials - successes;
        Beta posterior = new Beta(successes + 0.5, failures + 0.5);
        double low = successes == 0 ? 0 : posterior.quantile(TAIL);
        double high = failures == 0 ? 1 : posterior.quantile(1 - TAIL);
        return new Interval(low, high);
    }

    /**
     * The normal interval after adding {@code z²/2} successes and failures (Agresti and Coull 1998). Its ends are not cut
     * at 0 and 1.
     */
    public Interval agrestiCoull() {
        double square = Z * Z;
        return around(new Proportion(successes + square / 2, trials + square));
    }

    /** The textbook interval {@code p ± z √(p (1-p) / n)}. It misses far too often for small shares: to compare only. */
    public Interval wald() {
        return around(this);
    }

    private static Interval around(Proportion centre) {
        Estimate estimate = centre.estimate();
        return new Interval(estimate.value() - Z * estimate.se(), estimate.value() + Z * estimate.se());
    }
}
