package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.stats.budget.Adstock;
import dev.ukur.stats.budget.Allocation;
import dev.ukur.stats.budget.Allocation.Channel;
import dev.ukur.stats.budget.Saturation;
import dev.ukur.stats.fit.BoxMinimum;
import dev.ukur.stats.fit.BoxMinimum.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** After-effects, saturation and allocation. */
final class BudgetCases {

    private static final int WEEKS = 4;

    private BudgetCases() {}

    static Map<String, double[]> compute(Truth truth) {
        double[] spend = {100, 100, 100, 100, 100};
        double free = Double.POSITIVE_INFINITY;
        Allocation allocation = Allocation.of(
                List.of(new Channel(50, 10, 0, free), new Channel(30, 5, 0, free), new Channel(20, 2, 0, free)), 60);
        Cases cases = new Cases()
                .put("geometric 100x5 theta .5", Adstock.geometric(new double[] {100, 100, 100, 100, 100}, .5))
                .put("weibull cdf 100x5 shape .5 scale .5", Adstock.weibullSurvival(spend, .5, .5))
                .put("weibull pdf 100x5 shape .5 scale .5", Adstock.weibullDensity(spend, .5, .5))
                // x of the example in Robyn's documentation of saturation_hill
                .put(
                        "hill alpha 3 gamma .5 (ec = gamma*max)",
                        along(Saturation.hill(3, .5 * 200), 100, 150, 170, 190, 200))
                .put("logistic saturation lam 2 at 0,.5,1,2", along(Saturation.logistic(2), 0, .5, 1, 2))
                .put("michaelis-menten a 10 lam 5 at 0,5,20", along(Saturation.michaelisMenten(10, 5), 0, 5, 20))
                .put("alloc.log: spends", allocation.spends())
                .put("alloc.log: multiplier, response", allocation.marginal(), allocation.response());
        madeUpShop(truth.table("mmm/pymc_mmm_roas.csv"), cases);
        return cases.all();
    }

    /** A file that holds what it was made from: spend, its after-effect over 4 weeks, that saturated, and the effect. */
    private static void madeUpShop(Table table, Cases cases) {
        double[][] carried = {table.numbers("x1_adstock"), table.numbers("x2_adstock")};
        double first = afterEffect(table.numbers("x1"), carried[0]);
        double second = afterEffect(table.numbers("x2"), carried[1]);
        cases.put(
                "roas.adstock recovered (max err, theta, L)",
                largestGap(Adstock.normalisedGeometric(table.numbers("x1"), first, WEEKS), carried[0]),
                first,
                WEEKS,
                largestGap(Adstock.normalisedGeometric(table.numbers("x2"), second, WEEKS), carried[1]),
                second,
                WEEKS);
        for (String channel : List.of("x1", "x2")) {
            double[] spend = table.numbers(channel + "_adstock");
            double[] saturated = table.numbers(channel + "_adstock_saturated");
            double lambda =
                    bestOf(at -> largestGap(along(Saturation.logistic(at), spend), saturated), new Side(0, 10), 1.5);
            cases.put(
                    "roas." + channel + " logistic lam (max err)",
                    lambda,
                    largestGap(along(Saturation.logistic(lambda), spend), saturated));
            cases.put("roas." + channel + " effect coefficient", slope(saturated, table.numbers(channel + "_effect")));
        }
    }

    private static double afterEffect(double[] spend, double[] carried) {
        return bestOf(
                theta -> largestGap(Adstock.normalisedGeometric(spend, theta, WEEKS), carried), new Side(0, 1), .4);
    }

    private static double bestOf(DoubleUnaryOperator gap, Side side, double start) {
        return BoxMinimum.of(at -> gap.applyAsDouble(at[0]), List.of(side), new double[] {start})
                .at()[0];
    }

    private static double largestGap(double[] ours, double[] theirs) {
        return IntStream.range(0, ours.length)
                .mapToDouble(i -> Math.abs(ours[i] - theirs[i]))
                .max()
                .orElseThrow();
    }

    /** Of the line through 0 with the least squares. */
    private static double slope(double[] x, double[] y) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += x[i] * y[i];
            squares += x[i] * x[i];
        }
        return products / squares;
    }

    private static double[] along(Saturation curve, double... spends) {
        return Arrays.stream(spends).map(curve::at).toArray();
    }
}
