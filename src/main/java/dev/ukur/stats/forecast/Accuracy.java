package dev.ukur.stats.forecast;

import dev.ukur.stats.Interval;
import java.util.List;

/** How far forecasts were off, in the measures of the M4 competition. */
public final class Accuracy {

    private Accuracy() {}

    /** The mean of {@code 200 |f - y| / (|f| + |y|)}: 0 is perfect, 200 the worst; a pair of zeros counts as perfect. */
    public static double smape(double[] actual, double[] forecast) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double size = Math.abs(actual[i]) + Math.abs(forecast[i]);
            sum += size == 0 ? 0 : 200 * Math.abs(actual[i] - forecast[i]) / size;
        }
        return sum / actual.length;
    }

    /** The mean absolute error in units of the seasonal naive forecast's error on the past. */
    public static double mase(double[] past, int period, double[] actual, double[] forecast) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(actual[i] - forecast[i]);
        }
        return sum / actual.length / scale(past, period);
    }

    /** The mean width of 95 % intervals, each miss adding 40 times its distance, in the same units. */
    public static double msis(double[] past, int period, double[] actual, List<Interval> intervals) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            Interval interval = intervals.get(i);
            double below = Math.max(interval.low() - actual[i], 0);
            double above = Math.max(actual[i] - interval.high(), 0);
            sum += interval.width() + 2 / 0.05 * (below + above);
        }
        return sum / actual.length / scale(past, period);
    }

    /** The mean absolute difference from one season to the next. */
    static double scale(double[] past, int period) {
        if (past.length <= period) {
            throw new IllegalArgumentException(past.length + " values are too few for a season of " + period);
        }
        double sum = 0;
        for (int t = period; t < past.length; t++) {
            sum += Math.abs(past[t] - past[t - period]);
        }
        return sum / (past.length - period);
    }
}
