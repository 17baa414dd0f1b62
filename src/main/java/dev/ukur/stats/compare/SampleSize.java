package dev.ukur.stats.compare;

import dev.ukur.stats.Normal;

/**
 * How much must be seen before a difference of the wanted size can be told from none, with a two-sided test at 5 %.
 *
 * @param perGroup observations needed in each of two groups, not rounded
 */
public record SampleSize(double perGroup) {

    private static final double Z = Normal.standard().quantile(0.975);

    /**
     * For a share that is to move by a factor:
     * {@code (z √(2 p̄ q̄) + zβ √(p1 q1 + p2 q2))² / (p2 - p1)²}. Source: Fleiss, Statistical Methods for Rates and
     * Proportions; the same as R's {@code power.prop.test}.
     *
     * @param base the share today, strictly between 0 and 1
     * @param lift relative: 0.1 is a tenth more; not 0, and the new share must stay below 1
     * @param power the probability to notice it, 0.5 to 1
     */
    public static SampleSize ofShare(double base, double lift, double power) {
        double wanted = base * (1 + lift);
        if (!(base > 0 && base < 1 && wanted > 0 && wanted < 1) || lift == 0) {
            throw new IllegalArgumentException("no test of a share of " + base + " moved by " + lift);
        }
        double mean = (base + wanted) / 2;
        double root = Z * Math.sqrt(2 * mean * (1 - mean))
                + beta(power) * Math.sqrt(base * (1 - base) + wanted * (1 - wanted));
        return new SampleSize(Math.pow(root / (wanted - base), 2));
    }

    /**
     * For a mean that is to move by a difference: {@code 2 ((z + zβ) sd / d)²}.
     *
     * @param sd of one observation, positive
     * @param difference not 0
     * @param power the probability to notice it, 0.5 to 1
     */
    public static SampleSize ofMean(double sd, double difference, double power) {
        if (!(sd > 0) || difference == 0 || !Double.isFinite(difference)) {
            throw new IllegalArgumentException("no test of a difference of " + difference + " with sd " + sd);
        }
        return new SampleSize(2 * Math.pow((Z + beta(power)) * sd / difference, 2));
    }

    /** Days until both groups are full, when so many observations arrive a day for both together; rounded up. */
    public long daysAt(double perDay) {
        if (!(perDay > 0)) {
            throw new IllegalArgumentException("nothing arrives");
        }
        return (long) Math.ceil(2 * perGroup / perDay);
    }

    private static double beta(double power) {
        if (!(power >= 0.5 && power < 1)) {
            throw new IllegalArgumentException("no test has the power " + power);
        }
        return Normal.standard().quantile(power);
    }
}
