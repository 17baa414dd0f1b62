package dev.ukur.stats.impact;

import dev.ukur.stats.Shapley;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What each part of a number contributed to its change. Contributions sum to the change, whatever the order of parts. */
public final class Decomposition {

    private Decomposition() {}

    /**
     * Of a product {@code y = x1 x2 ...}: part i gets {@code L(y1, y0) log(xi1 / xi0)} with the logarithmic mean
     * {@code L(a, b) = (a - b) / log(a / b)}. Source: Ang 2005, Energy Policy 33:867 (LMDI-I).
     *
     * @param before the parts before, all positive
     * @param after the parts after, all positive
     */
    public static double[] product(double[] before, double[] after) {
        double logBefore = 0;
        double logAfter = 0;
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] > 0 && after[i] > 0)) {
                throw new IllegalArgumentException("the logarithmic mean needs positive parts; use any(...)");
            }
            logBefore += Math.log(before[i]);
            logAfter += Math.log(after[i]);
        }
        double from = Math.exp(logBefore);
        double change = logAfter - logBefore;
        // (a - b) / log(a / b), also when both are nearly equal.
        double mean = change == 0 ? from : from * Math.expm1(change) / change;
        double[] parts = new double[before.length];
        Arrays.setAll(parts, i -> mean * Math.log(after[i] / before[i]));
        return parts;
    }

    /**
     * Of any formula, zeros and negative parts allowed: Shapley values of moving each part from before to after.
     *
     * @param formula of the parts, such as a ratio of sums
     */
    public static double[] any(double[] before, double[] after, ToDoubleFunction<double[]> formula) {
        return Shapley.values(before.length, moved -> {
            double[] parts = before.clone();
            for (int i = 0; i < parts.length; i++) {
                if ((moved >> i & 1) != 0) {
                    parts[i] = after[i];
                }
            }
            return formula.applyAsDouble(parts);
        });
    }

    /**
     * Of a total over segments, each with a volume and a rate: how much came from all volume growing alike, from volume
     * moving between segments, and from rates; each segment has its own mix and rate effect.
     *
     * @param volume the change of total volume times the mean of both overall rates
     * @param mix by segment: the change of its share times how far its rate lies from the overall one
     * @param rate by segment: the change of its rate times its mean volume share
     */
    public record RateMixVolume(double volume, double[] mix, double[] rate) {}

    /**
     * Splits the change of {@code Σ volume(i) rate(i)} with averages of before and after as weights, so that nothing is left
     * over and exchanging before and after only changes signs.
     *
     * @param volumes before and after, by segment, not negative, with a positive sum each
     * @param rates before and after, by segment
     */
    public static RateMixVolume rateMixVolume(double[][] volumes, double[][] rates) {
        int segments = volumes[0].length;
        double before = Arrays.stream(volumes[0]).sum();
        double after = Arrays.stream(volumes[1]).sum();
        if (!(before > 0 && after > 0)) {
            throw new IllegalArgumentException("both periods need some volume");
        }
        double rateBefore = 0;
        double rateAfter = 0;
        for (int i = 0; i < segments; i++) {
            rateBefore += volumes[0][i] / before * rates[0][i];
            rateAfter += volumes[1][i] / after * rates[1][i];
        }
        double overall = (rateBefore + rateAfter) / 2;
        double total = (before + after) / 2;
        double[] mix = new double[segments];
        double[] rate = new double[segments];
        for (int i = 0; i < segments; i++) {
            double shareBefore = volumes[0][i] / before;
            double shareAfter = volumes[1][i] / after;
            mix[i] = total * (shareAfter - shareBefore) * ((rates[0][i] + rates[1][i]) / 2 - overall);
            rate[i] = total * (rates[1][i] - rates[0][i]) * (shareBefore + shareAfter) / 2;
        }
        return new RateMixVolume((after - before) * overall, mix, rate);
    }
}
