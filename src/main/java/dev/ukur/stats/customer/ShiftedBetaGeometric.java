package dev.ukur.stats.customer;

import dev.ukur.stats.Beta;
import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.Objective;
import dev.ukur.stats.fit.PositiveFit;

/**
 * The shifted beta-geometric model of contracts: at each renewal a customer leaves with a probability of his own, which
 * differs as Beta(α, β). Survivors are S(t) = B(α, β+t) / B(α, β); those who renew at the t-th renewal of those who could
 * are r(t) = (β+t-1) / (α+β+t-1). Source: Fader and Hardie 2007, Journal of Interactive Marketing 21:76.
 *
 * @param alpha of the leaving probabilities
 * @param beta of the leaving probabilities
 */
public record ShiftedBetaGeometric(double alpha, double beta) {

    /** Beyond this the leaving probabilities hardly differ: the search was on its way to infinity. */
    private static final double ALIKE = 1000;

    public ShiftedBetaGeometric {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("parameters must be positive: %s %s".formatted(alpha, beta));
        }
    }

    /**
     * Fits by maximum likelihood.
     *
     * @param survivors customers at the start and after each renewal, falling: at least 3 numbers; shares will do, but the
     *     likelihood then is that of one customer
     */
    public static FitResult<ShiftedBetaGeometric> fit(double... survivors) {
        if (survivors.length < 3) {
            throw new IllegalArgumentException("two renewals are the least to learn from");
        }
        for (int t = 0; t < survivors.length; t++) {
            if (!(survivors[t] >= 0) || t > 0 && survivors[t] > survivors[t - 1] || !(survivors[0] > 0)) {
                throw new IllegalArgumentException("survivors fall, " + survivors[t] + " does not fit");
            }
        }
        if (survivors[survivors.length - 1] == survivors[0]) {
            return new FitResult.Degenerate<>(Degeneracy.NOTHING_HAPPENED);
        }
        Objective objective = Objective.of(at ->
                -new ShiftedBetaGeometric(Math.exp(at[0]), Math.exp(at[1])).logLikelihood(survivors) / survivors[0]);
        PositiveFit fit = PositiveFit.of(objective, survivors[0], new double[2]);
        if (fit.parameters()[0] > ALIKE || fit.parameters()[1] > ALIKE) {
            return new FitResult.Degenerate<>(Degeneracy.RUNS_AWAY);
        }
        return fit.as(new ShiftedBetaGeometric(fit.parameters()[0], fit.parameters()[1]));
    }

    /** The share still there after t renewals; 1 for t = 0. */
    public double survival(int t) {
        return Math.exp(Beta.logFunction(alpha, beta + t) - Beta.logFunction(alpha, beta));
    }

    /** The share that renews at the t-th renewal, t from 1, of those still there. */
    public double retention(int t) {
        return (beta + t - 1) / (alpha + beta + t - 1);
    }

    /** The logarithm of the likelihood of survivors at the start and after each renewal. */
    public double logLikelihood(double... survivors) {
        double all = Beta.logFunction(alpha, beta);
        double sum = survivors[survivors.length - 1] * (Beta.logFunction(alpha, beta + survivors.length - 1) - all);
        for (int t = 1; t < survivors.length; t++) {
            double left = survivors[t - 1] - survivors[t];
            sum += left == 0 ? 0 : left * (Beta.logFunction(alpha + 1, beta + t - 1) - all);
        }
        return sum;
    }

    /**
     * The renewals to expect of one who has renewed n - 1 times and now decides for the n-th time, discounted by d a
     * period: the sum over t from n of {@code S(t) / S(n-1) / (1+d)^(t-n)}. Source: Fader and Hardie 2010, "Customer-Base
     * Valuation in a Contractual Setting", residual lifetime.
     *
     * @param n from 1
     * @param discount a period, positive
     */
    public double discountedRenewals(int n, double discount) {
        double start = beta + n - 1;
        return start
                / (alpha + start)
                * Math.exp(dev.ukur.stats.Hypergeometric.log(1, start + 1, alpha + start + 1, 1 / (1 + discount)));
    }
}
