package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.Interval;
import dev.ukur.stats.compare.Proportion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often an interval of a proportion holds the truth, exactly: summed over all outcomes. */
final class CoverageCases {

    private static final List<Function<Proportion, Interval>> KINDS =
            List.of(Proportion::wald, Proportion::wilson, Proportion::jeffreys, Proportion::clopperPearson);

    private CoverageCases() {}

    static Map<String, double[]> compute() {
        Cases cases = new Cases();
        int[] trials = {50, 200, 200, 1000, 1000};
        double[] shares = {0.02, 0.01, 0.05, 0.01, 0.2};
        for (int i = 0; i < trials.length; i++) {
            cases.put(
                    "exact coverage n=" + trials[i] + " p=" + shares[i] + ": wald, wilson, jeffreys, clopper",
                    coverage(trials[i], shares[i]));
        }
        return cases.all();
    }

    private static double[] coverage(int trials, double share) {
        double[] covered = new double[KINDS.size()];
        double log = trials * Math.log1p(-share);
        for (int k = 0; k <= trials; k++) {
            Proportion outcome = new Proportion(k, trials);
            if (log > -60) {
                for (int kind = 0; kind < covered.length; kind++) {
                    covered[kind] += KINDS.get(kind).apply(outcome).holds(share) ? Math.exp(log) : 0;
                }
            }
            log += Math.log((trials - k) / (k + 1.0)) + Math.log(share / (1 - share));
        }
        return covered;
    }
}
