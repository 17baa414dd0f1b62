package dev.ukur.stats.compare;

import dev.ukur.stats.Beta;
import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.Normal;
import org.hipparchus.special.Gamma;

/**
 * Two proportions of independent samples, compared.
 *
 * @param first often the newer one
 * @param second what it is compared with
 */
public record TwoProportions(Proportion first, Proportion second) {

    /** Tables as likely as the observed one up to rounding count as equally extreme, as in R. */
    private static final double SAME = 1 + 1e-7;

    /** First share minus second share. */
    public double difference() {
        return first.share() - second.share();
    }

    /**
     * The 95 % interval of the difference from the two Wilson intervals (Newcombe 1998, Statistics in Medicine 17:873,
     * method 10): {@code d - √((p1-l1)² + (u2-p2)²)} to {@code d + √((u1-p1)² + (p2-l2)²)}.
     */
    public Interval newcombe() {
        Interval one = first.wilson();
        Interval two = second.wilson();
        double below = Math.hypot(first.share() - one.low(), two.high() - second.share());
        double above = Math.hypot(one.high() - first.share(), second.share() - two.low());
        return new Interval(difference() - below, difference() + above);
    }

    /**
     * The z test with the pooled share, without continuity correction: z² is Pearson's chi-square. When both shares are 0
     * or both are 1 there is no difference: z is 0, p is 1.
     */
    public Significance zTest() {
        double pooled = (first.successes() + second.successes()) / (first.trials() + second.trials());
        double variance = pooled * (1 - pooled) * (1 / first.trials() + 1 / second.trials());
        double z = variance == 0 ? 0 : difference() / Math.sqrt(variance);
        return new Significance(z, Math.min(1, 2 * Normal.standard().atLeast(Math.abs(z))));
    }

    /**
     * Fisher's exact test, two-sided: the sum of the probabilities of all tables with these margins that are not more
     * likely than the observed one. Time grows with the smaller margin.
     *
     * @return the p-value
     * @throws IllegalArgumentException when a count is not whole
     */
    public double fisher() {
        long n1 = whole(first.trials());
        long n2 = whole(second.trials());
        long observed = whole(first.successes());
        long successes = observed + whole(second.successes());
        double limit = logTable(observed, n1, n2, successes) + Math.log(SAME);
        double p = 0;
        for (long k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k++) {
            double log = logTable(k, n1, n2, successes);
            p += log <= limit ? Math.exp(log) : 0;
        }
        return Math.min(1, p);
    }

    /** The share of the first relative to the second, minus 1, by the delta method. The second share must not be 0. */
    public Estimate lift() {
        return first.estimate().liftOver(second.estimate());
    }

    /** The posterior probability that the first share is the larger one, with uniform priors Beta(1, 1). */
    public double chanceFirstIsLarger() {
        return chanceFirstIsLarger(new Beta(1, 1));
    }

    /** The posterior probability that the first share is the larger one, both shares having the prior given. */
    public double chanceFirstIsLarger(Beta prior) {
        return BetaDuel.chanceFirstIsLarger(posterior(first, prior), posterior(second, prior));
    }

    private static Beta posterior(Proportion data, Beta prior) {
        return new Beta(prior.a() + data.successes(), prior.b() + data.trials() - data.successes());
    }

    /** The logarithm of the hypergeometric probability of k successes in the first sample. */
    private static double logTable(long k, long n1, long n2, long successes) {
        return logChoose(n1, k) + logChoose(n2, successes - k) - logChoose(n1 + n2, successes);
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    private static long whole(double count) {
        long rounded = Math.round(count);
        if (rounded != count) {
            throw new IllegalArgumentException("an exact test needs whole counts, not " + count);
        }
        return rounded;
    }
}
