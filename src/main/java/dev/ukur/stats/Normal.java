package dev.ukur.stats;

/**
 * A normal distribution. A standard deviation of 0 is allowed: all probability then lies on the mean.
 *
 * @param mean any finite number
 * @param sd standard deviation, finite, not negative
 */
public record Normal(double mean, double sd) {

    private static final Normal STANDARD = new Normal(0, 1);
    private static final double LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    /** From here on the continued fraction of the tail converges faster than the series of the centre loses digits. */
    private static final double TAIL_STARTS = 2.5;

    public Normal {
        if (!Double.isFinite(mean) || !Double.isFinite(sd) || sd < 0) {
            throw new IllegalArgumentException("no normal distribution with mean " + mean + " and sd " + sd);
        }
    }

    /** Mean 0, standard deviation 1. */
    public static Normal standard() {
        return STANDARD;
    }

    /** P(X <= x). Infinite x are allowed. */
    public double atMost(double x) {
        if (sd == 0) {
            return x >= mean ? 1 : 0;
        }
        return upperTail((mean - x) / sd);
    }

    /** P(X >= x), accurate far out in the tail, where 1 - P(X <= x) would be 0. Infinite x are allowed. */
    public double atLeast(double x) {
        if (sd == 0) {
            return x <= mean ? 1 : 0;
        }
        return upperTail((x - mean) / sd);
    }

    /**
     * The value that a draw does not exceed with probability p.
     *
     * @param p strictly between 0 and 1
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a quantile needs a probability between 0 and 1, not " + p);
        }
        double z = p < 0.5 ? -upperPoint(p) : upperPoint(1 - p);
        return mean + sd * z;
    }

    /**
     * The z >= 0 with upper tail q, for q <= 0.5: Newton's method on log Q(z). Because log Q is concave and falling,
     * the first step from 0 lands beyond the root and every later one approaches it from that side.
     */
    private static double upperPoint(double q) {
        double z = 0;
        for (int step = 0; step < 100; step++) {
            double mills = mills(z);
            double logTail = Math.log(mills) - z * z / 2 - LOG_SQRT_TWO_PI;
            double next = Math.max(0, z + (logTail - Math.log(q)) * mills);
            if (Math.abs(next - z) <= 1e-15 * Math.max(1, z)) {
                return next;
            }
            z = next;
        }
        return z;
    }

    private static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        return Double.isInfinite(z) ? 0 : mills(z) * density(z);
    }

    /** Mills' ratio Q(z) / density(z), for z >= 0. */
    private static double mills(double z) {
        return z < TAIL_STARTS ? (0.5 - density(z) * centreSeries(z)) / density(z) : tailFraction(z);
    }

    /** z + z^3/3 + z^5/(3*5) + ...: the area from 0 to z over the density at z (Abramowitz and Stegun 26.2.11). */
    private static double centreSeries(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; term > sum * 1e-17; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    /** 1/(z + 1/(z + 2/(z + 3/(z + ...)))) (Abramowitz and Stegun 26.2.14), from the inside out. */
    private static double tailFraction(double z) {
        double inner = z;
        for (int k = 200; k >= 1; k--) {
            inner = z + k / inner;
        }
        return 1 / inner;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2 - LOG_SQRT_TWO_PI);
    }
}
