package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.budget.Adstock;
import dev.ukur.stats.budget.Allocation;
import dev.ukur.stats.budget.Allocation.Channel;
import dev.ukur.stats.budget.Saturation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** After-effects, saturation and allocation. */
final class BudgetCases {

    private BudgetCases() {}

    static Map<String, double[]> compute() {
        double[] spend = {100, 100, 100, 100, 100};
        double free = Double.POSITIVE_INFINITY;
        Allocation allocation = Allocation.of(
                List.of(new Channel(50, 10, 0, free), new Channel(30, 5, 0, free), new Channel(20, 2, 0, free)), 60);
        return new Cases()
                .put("geometric 100x5 theta .5", Adstock.geometric(new double[] {100, 100, 100, 100, 100}, .5))
                .put("weibull cdf 100x5 shape .5 scale .5", Adstock.weibullSurvival(spend, .5, .5))
                .put("weibull pdf 100x5 shape .5 scale .5", Adstock.weibullDensity(spend, .5, .5))
                .put("logistic saturation lam 2 at 0,.5,1,2", along(Saturation.logistic(2), 0, .5, 1, 2))
                .put("michaelis-menten a 10 lam 5 at 0,5,20", along(Saturation.michaelisMenten(10, 5), 0, 5, 20))
                .put("alloc.log: spends", allocation.spends())
                .put("alloc.log: multiplier, response", allocation.marginal(), allocation.response())
                .all();
    }

    private static double[] along(Saturation curve, double... spends) {
        return Arrays.stream(spends).map(curve::at).toArray();
    }
}
