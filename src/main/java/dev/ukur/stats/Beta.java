package dev.ukur.stats;

/**
 * A beta distribution on 0..1, density {@code x^(a-1) (1-x)^(b-1) / B(a, b)}.
 *
 * @param a positive; successes plus prior
 * @param b positive; failures plus prior
 */
public record Beta(double a, double b) {

    private static final int MOST_STEPS = 200;

    public Beta {
        if (!(a > 0 && b > 0) || Double.isInfinite(a) || Double.isInfinite(b)) {
            throw new IllegalArgumentException("no beta distribution with " + a + " and " + b);
        }
    }

    /** The logarithm of the beta function B(a, b). */
    public static double logFunction(double a, double b) {
        return org.hipparchus.special.Beta.logBeta(a, b);
    }

    /** a / (a + b). */
    public double mean() {
        return a / (a + b);
    }

    /** P(X <= x), the regularised incomplete beta function; 0 below 0, 1 above 1. */
    public double atMost(double x) {
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : org.hipparchus.special.Beta.regularizedBeta(x, a, b);
    }

    /** The logarithm of the density at x strictly between 0 and 1. */
    public double logDensity(double x) {
        return (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logFunction(a, b);
    }

    /**
     * The value that a draw does not exceed with probability p: Newton's steps, kept between halves that close in, so
     * that quantiles near 0 keep their digits.
     *
     * @param p strictly between 0 and 1
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a quantile needs a probability between 0 and 1, not " + p);
        }
        double low = 0;
        double high = 1;
        double x = mean();
        for (int step = 0; step < MOST_STEPS; step++) {
            double excess = atMost(x) - p;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - excess / Math.exp(logDensity(x));
            if (!(next > low && next < high)) {
                next = low == 0 ? high / 8 : (low + high) / 2;
            }
            if (Math.abs(next - x) <= 1e-15 * x || high - low <= 1e-16 * high) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
