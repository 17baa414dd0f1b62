package dev.ukur.stats.compare;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;

/**
 * A test that may be looked at every day and stopped at any time: the mixture sequential probability ratio test. The
 * difference d, with variance V, is weighed against a normal prior of mean 0 and variance τ²:
 *
 * <pre>
 *   log likelihood ratio = 1/2 log(V / (V + τ²)) + τ² d² / (2 V (V + τ²))
 * </pre>
 *
 * However often one looks, p falls below 5 % by chance in at most 5 % of all comparisons. The price is power: an effect
 * must be clearer than a single planned test would ask for. Source: Johari, Pekelis and Walsh 2015, "Always Valid
 * Inference".
 *
 * @param tau the size of effect that would be usual, in units of the difference; positive
 */
public record AlwaysValidTest(double tau) {

    private static final double ALPHA = 0.05;

    public AlwaysValidTest {
        if (!(tau > 0) || Double.isInfinite(tau)) {
            throw new IllegalArgumentException("the usual effect must be positive, not " + tau);
        }
    }

    /** The logarithm of the likelihood ratio of "there is a difference" against "there is none". */
    public double logRatio(Estimate difference) {
        double variance = variance(difference);
        double both = variance + tau * tau;
        double square = difference.value() * difference.value();
        return 0.5 * Math.log(variance / both) + tau * tau * square / (2 * variance * both);
    }

    /**
     * The p-value of one look, at most 1. Over several looks the smallest one counts: {@link #p(Iterable)}.
     *
     * @param difference its error must not be 0
     */
    public double p(Estimate difference) {
        return Math.min(1, Math.exp(-logRatio(difference)));
    }

    /** The p-value after all looks so far: the smallest of theirs; 1 before the first. */
    public double p(Iterable<Estimate> looks) {
        double least = 1;
        for (Estimate look : looks) {
            least = Math.min(least, p(look));
        }
        return least;
    }

    /** The interval that, over all looks together, always holds the true difference with 95 %. */
    public Interval interval(Estimate difference) {
        double variance = variance(difference);
        double both = variance + tau * tau;
        double reach =
                Math.sqrt(2 * variance * both / (tau * tau) * (-Math.log(ALPHA) + 0.5 * Math.log(both / variance)));
        return new Interval(difference.value() - reach, difference.value() + reach);
    }

    private static double variance(Estimate difference) {
        if (difference.se() == 0) {
            throw new IllegalArgumentException("a difference without error cannot be tested");
        }
        return difference.se() * difference.se();
    }
}
