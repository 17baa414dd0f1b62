package dev.ukur.stats;

import org.hipparchus.special.Gamma;

/**
 * A chi-square distribution.
 *
 * @param df degrees of freedom, at least 1
 */
public record ChiSquare(int df) {

    public ChiSquare {
        if (df < 1) {
            throw new IllegalArgumentException("no chi-square distribution with " + df + " degrees of freedom");
        }
    }

    /** P(X >= x), accurate far out in the tail; 1 for x not above 0. */
    public double atLeast(double x) {
        if (x <= 0) {
            return 1;
        }
        return df == 1 ? 2 * Normal.standard().atLeast(Math.sqrt(x)) : Gamma.regularizedGammaQ(df / 2.0, x / 2);
    }
}
