package dev.ukur.stats.forecast;

import dev.ukur.stats.fit.BoxMinimum;
import dev.ukur.stats.fit.BoxMinimum.Side;
import java.util.Collections;

/**
 * Exponential smoothing with level, trend and season, as R's {@code HoltWinters}: start values from the first two seasons
 * decomposed, smoothing from the second season on, parameters 0..1 that make the squared one-step errors smallest.
 * Source: Holt 1957, Winters 1960; Hyndman and Athanasopoulos, Forecasting: Principles and Practice.
 *
 * @param alpha weight for the level
 * @param beta weight for the trend
 * @param gamma weight for the season
 * @param season how it acts
 * @param state after the last value
 */
public record HoltWinters(double alpha, double beta, double gamma, Season season, State state) {

    /** How the season acts. */
    public enum Season {
        /** Added to the level. */
        ADDED {
            @Override
            double on(double level, double season) {
                return level + season;
            }

            @Override
            double off(double value, double season) {
                return value - season;
            }
        },
        /** Multiplies the level; the series must be positive. */
        MULTIPLIED {
            @Override
            double on(double level, double season) {
                return level * season;
            }

            @Override
            double off(double value, double season) {
                return value / season;
            }
        };

        abstract double on(double level, double season);

        abstract double off(double value, double season);
    }

    /**
     * Where smoothing stands.
     *
     * @param level after the last value
     * @param trend after the last value
     * @param seasons of the next period, in order
     * @param squares the sum of squared one-step errors from the second season on
     */
    public record State(double level, double trend, double[] seasons, double squares) {}

    /**
     * Fits.
     *
     * @param series at least two seasons and a value
     * @param period at least 2
     */
    public static HoltWinters fit(double[] series, int period, Season season) {
        State start = start(series, period, season);
        double[] best = BoxMinimum.of(
                        at -> new Pass(series, season, start).run(at).squares(),
                        Collections.nCopies(3, new Side(0, 1)),
                        new double[] {0.3, 0.1, 0.1},
                        new double[] {0.25, 0.03, 0.9},
                        new double[] {0.7, 0.02, 0.4})
                .at();
        return smooth(series, period, season, best);
    }

    /** Smooths with given weights α, β and γ. */
    public static HoltWinters smooth(double[] series, int period, Season season, double[] weights) {
        State end = new Pass(series, season, start(series, period, season)).run(weights);
        return new HoltWinters(weights[0], weights[1], weights[2], season, end);
    }

    /** The next values. */
    public double[] forecast(int steps) {
        double[] next = new double[steps];
        for (int h = 0; h < steps; h++) {
            next[h] = season.on(state.level() + (h + 1) * state.trend(), state.seasons()[h % state.seasons().length]);
        }
        return next;
    }

    /** Level and trend from a line through the average of the first two seasons, seasons from the rest. */
    private static State start(double[] series, int period, Season season) {
        if (period < 2 || series.length < 2 * period + 1) {
            throw new IllegalArgumentException(series.length + " values are too few for seasons of " + period);
        }
        double[] first = java.util.Arrays.copyOf(series, 2 * period);
        double[] average = Seasonality.movingAverage(first, period);
        double[] seasons = new double[period];
        int[] counts = new int[period];
        double[] line = new double[5];
        int place = 0;
        for (int t = 0; t < first.length; t++) {
            if (!Double.isNaN(average[t])) {
                seasons[t % period] += season.off(first[t], average[t]);
                counts[t % period]++;
                place++;
                line[0]++;
                line[1] += place;
                line[2] += place * (double) place;
                line[3] += average[t];
                line[4] += place * average[t];
            }
        }
        double slope = (line[0] * line[4] - line[1] * line[3]) / (line[0] * line[2] - line[1] * line[1]);
        double mean = 0;
        for (int i = 0; i < period; i++) {
            seasons[i] /= counts[i];
            mean += seasons[i] / period;
        }
        for (int i = 0; i < period; i++) {
            seasons[i] = season.off(seasons[i], mean);
        }
        return new State((line[3] - slope * line[1]) / line[0], slope, seasons, 0);
    }

    private record Pass(double[] series, Season season, State start) {

        State run(double[] weights) {
            int period = start.seasons().length;
            double[] seasons = start.seasons().clone();
            double level = start.level();
            double trend = start.trend();
            double squares = 0;
            for (int t = period; t < series.length; t++) {
                int place = t % period;
                double before = level + trend;
                double error = series[t] - season.on(before, seasons[place]);
                squares += error * error;
                double old = level;
                level = weights[0] * season.off(series[t], seasons[place]) + (1 - weights[0]) * before;
                trend = weights[1] * (level - old) + (1 - weights[1]) * trend;
                seasons[place] = weights[2] * season.off(series[t], level) + (1 - weights[2]) * seasons[place];
            }
            double[] next = new double[period];
            for (int h = 0; h < period; h++) {
                next[h] = seasons[(series.length + h) % period];
            }
            return new State(level, trend, next, squares);
        }
    }
}
