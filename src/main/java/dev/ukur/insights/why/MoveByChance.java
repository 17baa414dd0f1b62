package dev.ukur.insights.why;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.ClusterSums;
import java.util.Arrays;
import java.util.Optional;

/**
 * How likely a move between two periods is when nothing but chance moved it. Days are the independent ones, not visits or
 * orders, because what moves one visit of a day moves the others too; and days resemble their neighbours, so that the
 * error grows with the correlation of one day and the next.
 */
final class MoveByChance {

    private static final int WEEK = 7;
    private static final int LEAST_DAYS = 7;
    private static final double MOST_ALIKE = 0.8;
    private static final double FEW_DAYS = 1.5;

    private MoveByChance() {}

    /**
     * Of a ratio of sums: by the delta method over days.
     *
     * @param of numerators a day, before and after
     * @param over denominators a day, before and after
     * @return 1 when nothing can be said
     */
    static double ofRatio(double[][] of, double[][] over) {
        if (of[0].length < LEAST_DAYS || of[1].length < LEAST_DAYS) {
            return fewDays(of, over);
        }
        Optional<Estimate> before = ClusterSums.of(of[0], over[0]).ratio();
        Optional<Estimate> after = ClusterSums.of(of[1], over[1]).ratio();
        if (before.isEmpty() || after.isEmpty()) {
            return 1;
        }
        double alike =
                alike(residuals(of, over, before.get().value(), after.get().value()));
        Estimate difference = after.get().minus(before.get());
        double error =
                binomial(of, over, Math.hypot(before.get().se(), after.get().se()) * alike);
        return Estimate.normal(difference.value(), error).p();
    }

    /**
     * Of a number a day, weekdays taken out.
     *
     * @param days values a day, before and after
     * @param firstWeekday 0..6, of the first day of each
     * @return 1 when nothing can be said
     */
    static double ofDays(double[][] days, int[] firstWeekday) {
        if (days[0].length < LEAST_DAYS || days[1].length < LEAST_DAYS) {
            double[][] ones = {new double[days[0].length], new double[days[1].length]};
            Arrays.fill(ones[0], 1);
            Arrays.fill(ones[1], 1);
            return fewDays(days, ones);
        }
        double[][] plain = withoutWeekdays(days, firstWeekday);
        double[] means = {mean(plain[0]), mean(plain[1])};
        double[][] errors = {
            Arrays.stream(plain[0]).map(value -> value - means[0]).toArray(),
            Arrays.stream(plain[1]).map(value -> value - means[1]).toArray()
        };
        double variance = 0;
        for (double[] some : errors) {
            variance += Arrays.stream(some).map(error -> error * error).sum() / (some.length - 1.0) / some.length;
        }
        return Estimate.normal(means[1] - means[0], Math.sqrt(variance) * alike(errors))
                .p();
    }

    /**
     * With too few days to see how they differ: as if what is counted were independent, with an error half as large
     * again. Of logarithms, so that it serves shares and other ratios of counts alike.
     */
    private static double fewDays(double[][] of, double[][] over) {
        double[] above = {Arrays.stream(of[0]).sum(), Arrays.stream(of[1]).sum()};
        double[] below = {Arrays.stream(over[0]).sum(), Arrays.stream(over[1]).sum()};
        if (below[0] <= 0 || below[1] <= 0) {
            return 1;
        }
        double difference = Math.log((above[1] + 0.5) / below[1]) - Math.log((above[0] + 0.5) / below[0]);
        double error = FEW_DAYS * Math.sqrt(1 / (above[0] + 0.5) + 1 / (above[1] + 0.5));
        return Estimate.normal(difference, error).p();
    }

    /** An error of days that agree by luck is not smaller than that of independent trials. */
    private static double binomial(double[][] of, double[][] over, double error) {
        double variance = 0;
        for (int side = 0; side < of.length; side++) {
            double above = Arrays.stream(of[side]).sum();
            double below = Arrays.stream(over[side]).sum();
            double share = (above + 1) / (below + 2);
            if (above > below || share >= 1) {
                return error; // no share, such as revenue an order
            }
            variance += share * (1 - share) / below;
        }
        return Math.max(error, Math.sqrt(variance));
    }

    private static double[][] residuals(double[][] of, double[][] over, double before, double after) {
        double[][] residuals = new double[2][];
        for (int side = 0; side < 2; side++) {
            double ratio = side == 0 ? before : after;
            double[] errors = new double[of[side].length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = of[side][i] - ratio * over[side][i];
            }
            residuals[side] = errors;
        }
        return residuals;
    }

    private static double[][] withoutWeekdays(double[][] days, int[] firstWeekday) {
        double[] sums = new double[WEEK];
        double[] counts = new double[WEEK];
        double[] means = {mean(days[0]), mean(days[1])};
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < days[side].length; i++) {
                int weekday = (firstWeekday[side] + i) % WEEK;
                sums[weekday] += days[side][i] - means[side];
                counts[weekday]++;
            }
        }
        double[][] plain = {days[0].clone(), days[1].clone()};
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < plain[side].length; i++) {
                int weekday = (firstWeekday[side] + i) % WEEK;
                plain[side][i] -= sums[weekday] / counts[weekday];
            }
        }
        return plain;
    }

    /** By how much neighbours that resemble each other widen an error: {@code √((1 + r) / (1 - r))}. */
    private static double alike(double[][] errors) {
        double product = 0;
        double squares = 0;
        for (double[] some : errors) {
            for (int i = 0; i < some.length; i++) {
                squares += some[i] * some[i];
                product += i > 0 ? some[i] * some[i - 1] : 0;
            }
        }
        double r = squares == 0 ? 0 : Math.max(0, Math.min(MOST_ALIKE, product / squares));
        return Math.sqrt((1 + r) / (1 - r));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
