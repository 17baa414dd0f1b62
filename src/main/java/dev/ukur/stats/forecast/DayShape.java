package dev.ukur.stats.forecast;

import java.util.Arrays;

/**
 * What a day is worth beside an ordinary one: the product of a factor for each feature of the day, such as its weekday. A
 * factor is what came on the days that have the feature over what the level and the other features let expect there, found
 * in turns until it all but stands still; days seldom seen are drawn towards 1 as if one ordinary day more had been seen. The level
 * is the mean of the eight weeks around a day. Sums, not logarithms, are compared: a day without sales is a day.
 */
public final class DayShape {

    private static final int AROUND = 28;
    private static final int TURNS = 25;

    private final double[][] factors;

    private DayShape(double[][] factors) {
        this.factors = factors;
    }

    /**
     * Days and their features.
     *
     * @param values not negative, a day each; NaN where it is not known
     * @param classes by day, which class of each feature it has, from 0; class 0 of every feature but the first is the
     *     ordinary one
     * @param sizes how many classes each feature has
     */
    public record Days(double[] values, int[][] classes, int[] sizes) {}

    /** The shape of some days; all are alike when nothing came on any of them. */
    public static DayShape of(Days days) {
        double[][] factors = new double[days.sizes().length][];
        for (int feature = 0; feature < factors.length; feature++) {
            factors[feature] = new double[days.sizes()[feature]];
            Arrays.fill(factors[feature], 1);
        }
        DayShape shape = new DayShape(factors);
        for (int turn = 0; turn < TURNS; turn++) {
            double[] level = shape.level(days);
            for (int feature = 0; feature < factors.length; feature++) {
                shape.renew(days, level, feature);
            }
        }
        return shape;
    }

    /** What a day with these classes is worth; an ordinary one 1. */
    public double factor(int[] classes) {
        double factor = 1;
        for (int feature = 0; feature < factors.length; feature++) {
            factor *= factors[feature][classes[feature]];
        }
        return factor;
    }

    /** The factor of one class of a feature. */
    public double factor(int feature, int of) {
        return factors[feature][of];
    }

    private double[] level(Days days) {
        double[] came = new double[days.values().length + 1];
        double[] worth = new double[days.values().length + 1];
        for (int day = 0; day < days.values().length; day++) {
            boolean known = !Double.isNaN(days.values()[day]);
            came[day + 1] = came[day] + (known ? days.values()[day] : 0);
            worth[day + 1] = worth[day] + (known ? factor(days.classes()[day]) : 0);
        }
        double[] level = new double[days.values().length];
        for (int day = 0; day < level.length; day++) {
            int from = Math.max(0, day - AROUND);
            int to = Math.min(level.length, day + AROUND + 1);
            double all = worth[to] - worth[from];
            level[day] = all <= 0 ? 0 : (came[to] - came[from]) / all;
        }
        return level;
    }

    private void renew(Days days, double[] level, int feature) {
        double[] came = new double[factors[feature].length];
        double[] expected = new double[came.length];
        double all = 0;
        int known = 0;
        for (int day = 0; day < level.length; day++) {
            if (!Double.isNaN(days.values()[day])) {
                int of = days.classes()[day][feature];
                double others = level[day] * factor(days.classes()[day]) / factors[feature][of];
                came[of] += days.values()[day];
                expected[of] += others;
                all += others;
                known++;
            }
        }
        double ordinary = known == 0 ? 0 : all / known;
        for (int of = 0; of < came.length; of++) {
            // Never quite 0: what was so once need not be so always.
            factors[feature][of] = ordinary == 0 ? 1 : (came[of] + ordinary) / (expected[of] + ordinary);
        }
        anchor(feature);
    }

    /** The first feature has mean 1 over its classes; of the others the ordinary class is 1. */
    private void anchor(int feature) {
        double one = feature == 0 ? Arrays.stream(factors[0]).average().orElse(1) : factors[feature][0];
        if (one > 0) {
            for (int of = 0; of < factors[feature].length; of++) {
                factors[feature][of] /= one;
            }
        }
    }
}
