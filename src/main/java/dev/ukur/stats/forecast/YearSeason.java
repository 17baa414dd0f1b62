package dev.ukur.stats.forecast;

import java.util.Arrays;

/**
 * How far each place of a season lies off the others. Every whole season of the series is taken off its own mean and the
 * common slope; what is left at a place, on average, is drawn towards nothing by how far seasons disagree:
 *
 * <pre>
 *   effect = max(0, 1 - within / between) · mean of what is left
 * </pre>
 *
 * <p>with the mean squares of an analysis of variance by place. Noise alone gives next to no season, a clear one is kept.
 *
 * @param effects by place, on the scale of the series; they add up to 0
 */
public record YearSeason(double[] effects) {

    /** With fewer seasons one cannot tell a season from what happened once. */
    public static final int LEAST_SEASONS = 2;

    /**
     * The season of a series.
     *
     * @param series finite numbers, oldest first; its first value is at place 0. Of the oldest what does not fill a season is
     *     left out
     * @param length places of a season
     * @return no effects when fewer than {@link #LEAST_SEASONS} are known
     */
    public static YearSeason of(double[] series, int length) {
        int seasons = series.length / length;
        if (seasons < LEAST_SEASONS) {
            return new YearSeason(new double[length]);
        }
        double[][] rest = rest(series, length, seasons);
        double[] means = new double[length];
        double within = 0;
        double between = 0;
        for (int place = 0; place < length; place++) {
            for (double[] season : rest) {
                means[place] += season[place] / seasons;
            }
            between += seasons * means[place] * means[place] / (length - 1.0);
            for (double[] season : rest) {
                within += Math.pow(season[place] - means[place], 2) / ((length - 1.0) * (seasons - 1.0));
            }
        }
        double kept = between == 0 ? 0 : Math.max(0, 1 - within / between);
        int shift = series.length - seasons * length;
        double[] effects = new double[length];
        for (int place = 0; place < length; place++) {
            effects[(place + shift) % length] = kept * means[place];
        }
        return new YearSeason(effects);
    }

    /** By season and place, what is left when the season's mean and the common slope are taken off. */
    private static double[][] rest(double[] series, int length, int seasons) {
        int first = series.length - seasons * length;
        double[] means = new double[seasons];
        for (int season = 0; season < seasons; season++) {
            int from = first + season * length;
            means[season] = Arrays.stream(series, from, from + length).average().orElseThrow();
        }
        double slope = (means[seasons - 1] - means[0]) / ((seasons - 1.0) * length);
        double[][] rest = new double[seasons][length];
        for (int season = 0; season < seasons; season++) {
            for (int place = 0; place < length; place++) {
                rest[season][place] =
                        series[first + season * length + place] - means[season] - slope * (place - (length - 1) / 2.0);
            }
        }
        return rest;
    }
}
