package dev.ukur.stats.compare;

import dev.ukur.stats.Estimate;
import java.util.Optional;

/**
 * What is kept of a sample of numbers for its mean: it can be had from three sums in SQL.
 *
 * @param n how many, at least 1
 * @param mean the arithmetic mean
 * @param variance with n - 1 in the denominator, not negative; 0 when n is 1
 */
public record Sample(long n, double mean, double variance) {

    public Sample {
        if (n < 1 || !Double.isFinite(mean) || !(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("no sample of " + n + " with mean " + mean + ", variance " + variance);
        }
    }

    /** The sample in an array, by two passes. */
    public static Sample of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Sample(values.length, mean, values.length > 1 ? squares / (values.length - 1) : 0);
    }

    /**
     * The sample behind sums. Digits are lost when the mean is many standard deviations from 0; a negative variance that
     * rounding left is taken as 0.
     */
    public static Sample ofSums(long n, double sum, double sumOfSquares) {
        double mean = sum / n;
        double variance = n > 1 ? Math.max(0, (sumOfSquares - sum * mean) / (n - 1)) : 0;
        return new Sample(n, mean, variance);
    }

    /**
     * The mean with its standard error {@code √(variance / n)} and n - 1 degrees of freedom; the difference of two is
     * Welch's test: {@code a.estimate().minus(b.estimate())}.
     *
     * @return empty for a sample of 1, whose error cannot be known
     */
    public Optional<Estimate> estimate() {
        return n < 2 ? Optional.empty() : Optional.of(new Estimate(mean, Math.sqrt(variance / n), n - 1.0));
    }
}
