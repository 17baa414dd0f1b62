package dev.ukur.stats;

/**
 * Gauss' hypergeometric function F(a, b; c; z), real z below 1, by its series; of large values the logarithm is taken.
 * Source: Abramowitz and Stegun 15.1.1, 15.3.3 to 15.3.5.
 */
public final class Hypergeometric {

    private static final int MOST_TERMS = 5_000_000;
    private static final double HUGE = 1e250;

    private Hypergeometric() {}

    /**
     * log F(a, b; c; z) for positive a, b and c, where F is positive.
     *
     * @param z below 1; may be negative when c is above a or above b
     * @throws ArithmeticException when z is so near to 1 that the series does not end
     */
    public static double log(double a, double b, double c, double z) {
        if (!(a > 0 && b > 0 && c > 0 && z < 1)) {
            throw new IllegalArgumentException("no logarithm of F(%s, %s; %s; %s)".formatted(a, b, c, z));
        }
        if (z < 0) {
            double first = c - b > 0 ? a : b;
            double second = c - b > 0 ? c - b : c - a;
            return -first * Math.log1p(-z) + logSeries(first, second, c, z / (z - 1));
        }
        if (c > a && c > b && (c - a) * (c - b) < a * b) {
            return (c - a - b) * Math.log1p(-z) + logSeries(c - a, c - b, c, z);
        }
        return logSeries(a, b, c, z);
    }

    /**
     * F(a, b; c; z) itself, for any signs; c is no whole number below 1.
     *
     * @param z 0 or more, below 1
     * @throws ArithmeticException when z is so near to 1 that the series does not end
     */
    public static double value(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) <= 1e-17 * Math.abs(sum) && n > -c) {
                return sum;
            }
        }
        throw new ArithmeticException("F(%s, %s; %s; %s) does not converge".formatted(a, b, c, z));
    }

    /**
     * log F(1, b; c; z) by Gauss' continued fraction, which converges fast where the series does not: the error falls by
     * {@code ((1 - √(1-z)) / (1 + √(1-z)))²} a step. Source: NIST Handbook of Mathematical Functions 15.7.1, with b = 0.
     *
     * @param b positive
     * @param c above b
     * @param z 0 or more, below 1
     * @throws ArithmeticException when z is so near to 1 that the fraction does not end
     */
    public static double logOfOne(double b, double c, double z) {
        if (!(b > 0 && c > b && z >= 0 && z < 1)) {
            throw new IllegalArgumentException("no logarithm of F(1, %s; %s; %s)".formatted(b, c, z));
        }
        double value = 1;
        double above = 1;
        double below = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            int half = n / 2;
            double part = n % 2 == 1
                    ? (b + half) * (c - 1 + half) / ((c - 2 + n) * (c - 1 + n))
                    : half * (c - 1 - b + half) / ((c - 2 + n) * (c - 1 + n));
            below = 1 / notZero(1 - part * z * below);
            above = notZero(1 - part * z / above);
            double step = above * below;
            value *= step;
            if (Math.abs(step - 1) < 1e-15) {
                return -Math.log(value);
            }
        }
        throw new ArithmeticException("F(1, %s; %s; %s) does not converge".formatted(b, c, z));
    }

    private static double notZero(double number) {
        return number == 0 ? 1e-300 : number;
    }

    /** All terms are positive; the sum is scaled down whenever it grows huge. */
    private static double logSeries(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double scale = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            term *= ratio;
            sum += term;
            if (ratio < 1 && term <= 1e-17 * sum * (1 - ratio)) {
                return scale + Math.log(sum);
            }
            if (sum > HUGE) {
                scale += Math.log(HUGE);
                sum /= HUGE;
                term /= HUGE;
            }
        }
        throw new ArithmeticException("F(%s, %s; %s; %s) does not converge".formatted(a, b, c, z));
    }
}
