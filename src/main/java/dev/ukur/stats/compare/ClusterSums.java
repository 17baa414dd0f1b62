package dev.ukur.stats.compare;

import dev.ukur.stats.Estimate;
import java.util.Optional;

/**
 * Sums over independent clusters (visitors, days, orders), each with a numerator x and a denominator y: clicks and
 * sessions of a visitor, say. From them the ratio Σx/Σy has an error that respects that rows of one cluster belong
 * together. SQL can supply them in one pass.
 *
 * @param n number of clusters
 * @param x Σx
 * @param y Σy
 * @param xx Σx²
 * @param yy Σy²
 * @param xy Σxy
 */
public record ClusterSums(long n, double x, double y, double xx, double yy, double xy) {

    /** The sums of two arrays of the same length, one element a cluster. */
    public static ClusterSums of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " numerators and " + y.length + " denominators");
        }
        double[] sums = new double[5];
        for (int i = 0; i < x.length; i++) {
            sums[0] += x[i];
            sums[1] += y[i];
            sums[2] += x[i] * x[i];
            sums[3] += y[i] * y[i];
            sums[4] += x[i] * y[i];
        }
        return new ClusterSums(x.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /**
     * How many times larger the variance of the share Σx/Σy is than that of as many independent trials, at least 1: {@code
     * Σ(x - r y)² / (Σy r (1 - r))}, and 1 where every cluster is one trial. An interval or test of a proportion is right
     * for clusters when successes and trials are divided by it. Source: Kish 1965, "Survey Sampling"; Franco, Little,
     * Louis and Slud 2019, J. Survey Statistics and Methodology 7(3), find the Wilson interval with it to hold its level.
     */
    public double designEffect() {
        double r = x / y;
        double independent = y * r * (1 - r);
        double squares = xx - 2 * r * xy + r * r * yy;
        return independent > 0 ? Math.max(1, squares / independent) : 1;
    }

    /**
     * The ratio r = Σx/Σy by the delta method: {@code se² = n/(n-1) Σ(x - r y)² / (Σy)²}, which is
     * {@code (sx² - 2 r sxy + r² sy²) / (n ȳ²)} written without the loss of digits of three variances. Source: Deng,
     * Knoblich and Lu 2018, KDD, "Applying the Delta Method in Metric Analytics".
     *
     * @return empty with fewer than 2 clusters or a denominator of 0
     */
    public Optional<Estimate> ratio() {
        if (n < 2 || y == 0) {
            return Optional.empty();
        }
        double r = x / y;
        // Residuals x - r y sum to 0, so their squares are centred already.
        double squares = Math.max(0, xx - 2 * r * xy + r * r * yy);
        return Optional.of(Estimate.normal(r, Math.sqrt(squares * n / (n - 1)) / Math.abs(y)));
    }
}
