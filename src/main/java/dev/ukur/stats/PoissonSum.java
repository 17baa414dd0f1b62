package dev.ukur.stats;

import java.util.Optional;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * A sum over things that happen independently of each other, and as many as chance brings: orders with what each is worth.
 * Its number and its amounts are both down to chance (a compound Poisson sum), so its variance is the expected sum of squares.
 *
 * @param total sum of the amounts, none of them negative
 * @param squares sum of their squares
 * @param largest the largest of them
 */
public record PoissonSum(double total, double squares, double largest) {

    private static final double TAIL = 0.025;

    /** So many things that count 1 each. */
    public static PoissonSum ofCount(double events) {
        return new PoissonSum(events, events, 1);
    }

    /**
     * Where the expected sum lies, 95 %: quantiles of gamma distributions with the sum's mean and variance, the upper one with
     * one more of the largest amount. Of a count it is the exact interval of Garwood 1936, Biometrika 28:437. Source: Fay and
     * Feuer 1997, Statistics in Medicine 16:791, who find it to hold at least its level.
     *
     * @return empty where nothing happened, or an amount is negative
     */
    public Optional<Interval> interval() {
        if (!(total > 0) || !(squares > 0) || !(largest > 0) || Double.isInfinite(squares)) {
            return Optional.empty();
        }
        double low = gamma(total, squares).inverseCumulativeProbability(TAIL);
        double high = gamma(total + largest, squares + largest * largest).inverseCumulativeProbability(1 - TAIL);
        return Optional.of(new Interval(low, high));
    }

    private static GammaDistribution gamma(double mean, double variance) {
        return new GammaDistribution(mean * mean / variance, variance / mean);
    }

    /** Both sums together. */
    public PoissonSum and(PoissonSum other) {
        return new PoissonSum(total + other.total, squares + other.squares, Math.max(largest, other.largest));
    }
}
