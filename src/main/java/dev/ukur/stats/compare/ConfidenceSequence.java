package dev.ukur.stats.compare;

import dev.ukur.stats.Interval;

/**
 * The two-sided normal-mixture boundary of a running sum: with 95 % the sum never, at any time, leaves
 * {@code ± √((v + ρ) log((v + ρ) / (ρ α²)))}, v being its variance so far. Source: Howard, Ramdas, McAuliffe and Sekhon
 * 2021, Annals of Statistics 49:1055.
 *
 * @param rho where the boundary is tight, in units of variance; positive
 */
public record ConfidenceSequence(double rho) {

    private static final double ALPHA = 0.05;

    public ConfidenceSequence {
        if (!(rho > 0) || Double.isInfinite(rho)) {
            throw new IllegalArgumentException("rho must be positive, not " + rho);
        }
    }

    /** The sequence that is tightest when the variance of the sum has grown to v. */
    public static ConfidenceSequence tightestAt(double v) {
        // u = -W(-1, -α²/e) solves u - log u = 1 + 2 log(1/α); the fixed point converges because u > 1.
        double right = 1 - 2 * Math.log(ALPHA);
        double u = right;
        for (int step = 0; step < 200; step++) {
            u = right + Math.log(u);
        }
        return new ConfidenceSequence(v / (u - 1));
    }

    /** The usual closed form near it: {@code v / (2 log(1/α) + log(1 + 2 log(1/α)))}. */
    public static ConfidenceSequence nearlyTightestAt(double v) {
        double twice = -2 * Math.log(ALPHA);
        return new ConfidenceSequence(v / (twice + Math.log1p(twice)));
    }

    /** The logarithm of the mixture martingale at a sum with variance v; above log(1/α) the boundary is crossed. */
    public double logMartingale(double sum, double v) {
        return 0.5 * Math.log(rho / (v + rho)) + sum * sum / (2 * (v + rho));
    }

    /** How far from 0 a sum with variance v may be. */
    public double bound(double v) {
        return Math.sqrt((v + rho) * (Math.log((v + rho) / rho) - 2 * Math.log(ALPHA)));
    }

    /**
     * The interval of a mean after n observations with the variance given, valid at all n together, for large n
     * (asymptotic, as the variance is estimated).
     */
    public Interval mean(Sample sample) {
        double reach = bound(sample.n() * sample.variance()) / sample.n();
        return new Interval(sample.mean() - reach, sample.mean() + reach);
    }
}
