package dev.ukur.stats;

import java.util.Optional;

/**
 * The score interval of a proportion after Wilson (1927), without continuity correction, 95 %:
 * {@code (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)} with z = 1.959964.
 */
public final class Wilson {

    static final double Z = 1.959964;

    private Wilson() {}

    /**
     * The interval of successes out of trials; counts may be fractional, as some reports give rates instead of counts.
     *
     * @return empty when there are no trials, or when the counts are no proportion (negative, or more successes than
     *     trials)
     */
    public static Optional<Interval> interval(double successes, double trials) {
        if (!(trials > 0) || !(successes >= 0) || successes > trials || Double.isInfinite(trials)) {
            return Optional.empty();
        }
        double share = successes / trials;
        double square = Z * Z;
        double centre = share + square / (2 * trials);
        double spread = Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
        double scale = 1 + square / trials;
        double low = successes == 0 ? 0 : (centre - spread) / scale;
        double high = successes == trials ? 1 : (centre + spread) / scale;
        return Optional.of(new Interval(low, high));
    }
}
