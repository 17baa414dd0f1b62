package dev.ukur.stats.impact;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.Sample;
import java.util.Arrays;

/**
 * A treated region (or channel) against a control one, before and after: the change of one minus the change of the other.
 * It supposes that both would have moved alike. The error comes from the differences between the two on each day, so that
 * what moves both falls out, with Newey and West's weights for days that resemble their neighbours. Sources: Angrist and
 * Pischke, Mostly Harmless Econometrics, chapter 5; Newey and West 1987, Econometrica 55:703.
 *
 * @param effect change of the treated minus change of the control
 * @param trendBefore the slope a day of treated minus control before: clearly not 0 means they were not moving alike
 */
public record DifferenceInDifferences(Estimate effect, Estimate trendBefore) {

    private static final int LEAST = 8;

    /**
     * Compares.
     *
     * @param treated one value a step
     * @param control one value a step, the same steps
     * @param before how many steps lie before, at least 8; at least 2 follow
     */
    public static DifferenceInDifferences of(double[] treated, double[] control, int before) {
        if (treated.length != control.length || before < LEAST || treated.length - before < 2) {
            throw new IllegalArgumentException(
                    "two series of one length, at least " + LEAST + " steps before and 2 after, are needed");
        }
        double[] gap = new double[treated.length];
        Arrays.setAll(gap, i -> treated[i] - control[i]);
        Estimate first = mean(Arrays.copyOf(gap, before));
        Estimate then = mean(Arrays.copyOfRange(gap, before, gap.length));
        return new DifferenceInDifferences(then.minus(first), slope(Arrays.copyOf(gap, before)));
    }

    private static Estimate mean(double[] values) {
        Sample sample = Sample.of(values);
        double[] errors =
                Arrays.stream(values).map(value -> value - sample.mean()).toArray();
        double variance = longRun(errors) / values.length;
        return new Estimate(sample.mean(), Math.sqrt(variance), values.length - 1.0);
    }

    private static Estimate slope(double[] gap) {
        double middle = (gap.length - 1) / 2.0;
        double mean = Arrays.stream(gap).average().orElseThrow();
        double below = 0;
        double above = 0;
        for (int i = 0; i < gap.length; i++) {
            below += (i - middle) * (i - middle);
            above += (i - middle) * (gap[i] - mean);
        }
        double slope = above / below;
        double[] scores = new double[gap.length];
        for (int i = 0; i < gap.length; i++) {
            scores[i] = (i - middle) * (gap[i] - mean - slope * (i - middle));
        }
        double variance = longRun(scores) * gap.length / (below * below);
        return new Estimate(slope, Math.sqrt(variance), gap.length - 2.0);
    }

    /** The variance of a mean times n, neighbours up to {@code 4 (n/100)^(2/9)} steps away counted with falling weights. */
    private static double longRun(double[] errors) {
        int n = errors.length;
        int lags = (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
        double sum = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += errors[i] * errors[i - lag];
            }
            sum += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * product;
        }
        return Math.max(0, sum) / (n - 1);
    }
}
