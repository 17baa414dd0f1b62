package dev.ukur.stats.customer;

import dev.ukur.stats.Digamma;
import dev.ukur.stats.fit.Minimum;
import org.hipparchus.special.Gamma;

/**
 * Purchases of customers who never drop out: negative binomial counts, the limit of the other models when nobody leaves.
 * A model with drop-out must explain the data better than this one, or its parameters mean nothing.
 */
final class NegativeBinomial {

    /** Half the 5 % point of the test of a parameter on the edge of its range: the least gain that is more than chance. */
    static final double VISIBLE = 1.353;

    private static final double TOLERANCE = 1e-8;

    private NegativeBinomial() {}

    /** The largest log-likelihood without drop-out, in the same terms as the other models. */
    static double logLikelihood(Histories all) {
        double[] start = {Math.log(0.5), Math.log(Math.max(1e-6, all.typicalWatch() / 8))};
        return -Minimum.of((at, gradient) -> meanCost(all, at, gradient), start, TOLERANCE)
                        .value()
                * all.customers();
    }

    private static double meanCost(Histories all, double[] at, double[] gradient) {
        double r = Math.exp(at[0]);
        double alpha = Math.exp(at[1]);
        double sum = 0;
        double byR = 0;
        double byAlpha = 0;
        for (int i = 0; i < all.size(); i++) {
            int x = all.repeats(i);
            double age = alpha + all.watched(i);
            double weight = all.weight(i);
            sum += weight * (Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(age));
            byR += weight * (Digamma.of(r + x) - Digamma.of(r) + Math.log(alpha / age));
            byAlpha += weight * (r / alpha - (r + x) / age);
        }
        gradient[0] = -byR * r / all.customers();
        gradient[1] = -byAlpha * alpha / all.customers();
        return -sum / all.customers();
    }
}
