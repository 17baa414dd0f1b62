package dev.ukur.stats.compare;

import dev.ukur.stats.Estimate;
import java.util.List;

/**
 * The difference of two proportions, each stratum compared within itself, by the weights of Mantel and Haenszel:
 * {@code Σ w d / Σ w} with {@code w = n1 n2 / (n1 + n2)} and variance {@code Σ w² (p1 q1 / n1 + p2 q2 / n2) / (Σ w)²}. A
 * stratum in which one side is empty tells nothing and has weight 0. Source: Mantel and Haenszel 1959; Sato 1989, Biometrics
 * 45:1323.
 */
public final class StratifiedDifference {

    private StratifiedDifference() {}

    /**
     * The standardised difference, first minus second.
     *
     * @param strata one pair each
     * @throws IllegalArgumentException when no stratum has both sides
     */
    public static Estimate of(List<TwoProportions> strata) {
        double weights = 0;
        double sum = 0;
        double variance = 0;
        for (TwoProportions pair : strata) {
            Proportion first = pair.first();
            Proportion second = pair.second();
            double weight = first.trials() * second.trials() / (first.trials() + second.trials());
            weights += weight;
            sum += weight * pair.difference();
            variance += weight
                    * weight
                    * (first.share() * (1 - first.share()) / first.trials()
                            + second.share() * (1 - second.share()) / second.trials());
        }
        if (!(weights > 0)) {
            throw new IllegalArgumentException("no stratum has both sides");
        }
        return Estimate.normal(sum / weights, Math.sqrt(variance) / weights);
    }
}
