package dev.ukur.stats;

/**
 * Student's t distribution. Infinite degrees of freedom are the standard normal distribution.
 *
 * @param df degrees of freedom, positive, need not be whole
 */
public record StudentT(double df) {

    public StudentT {
        if (!(df > 0)) {
            throw new IllegalArgumentException("no t distribution with " + df + " degrees of freedom");
        }
    }

    /** P(|T| >= |t|): the p-value of a two-sided test. */
    public double beyond(double t) {
        if (Double.isInfinite(df)) {
            return 2 * Normal.standard().atLeast(Math.abs(t));
        }
        double square = t * t;
        return Double.isInfinite(square) ? 0 : new Beta(df / 2, 0.5).atMost(df / (df + square));
    }

    /**
     * The value that a draw does not exceed with probability p.
     *
     * @param p strictly between 0 and 1
     */
    public double quantile(double p) {
        if (Double.isInfinite(df)) {
            return Normal.standard().quantile(p);
        }
        if (p == 0.5) {
            return 0;
        }
        double x = new Beta(df / 2, 0.5).quantile(2 * Math.min(p, 1 - p));
        double t = Math.sqrt(df * (1 - x) / x);
        return p < 0.5 ? -t : t;
    }
}
