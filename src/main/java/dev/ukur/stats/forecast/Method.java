package dev.ukur.stats.forecast;

/** A way to go on with a series. */
@FunctionalInterface
public interface Method {

    /**
     * The next values.
     *
     * @param series finite numbers without gaps, oldest first; at least as many as the method needs
     * @param steps how many, from 1
     * @throws IllegalArgumentException when the series is too short for the method
     */
    double[] forecast(double[] series, int steps);

    /** The last value, again and again. */
    static Method naive() {
        return seasonalNaive(1);
    }

    /** The value a season ago. */
    static Method seasonalNaive(int period) {
        return (series, steps) -> {
            need(series, period);
            double[] next = new double[steps];
            for (int h = 0; h < steps; h++) {
                next[h] = series[series.length - period + h % period];
            }
            return next;
        };
    }

    /** Simple exponential smoothing. */
    static Method simpleSmoothing() {
        return (series, steps) -> Smoothing.simple(series).forecast(steps);
    }

    /** Exponential smoothing with a trend (Holt). */
    static Method holt() {
        return (series, steps) -> Smoothing.holt(series).forecast(steps);
    }

    /** Exponential smoothing with a trend that fades. */
    static Method damped() {
        return (series, steps) -> Smoothing.damped(series).forecast(steps);
    }

    /** Smoothing of level, trend and a season that is added. */
    static Method holtWinters(int period) {
        return (series, steps) ->
                HoltWinters.fit(series, period, HoltWinters.Season.ADDED).forecast(steps);
    }

    /** The classic Theta method as in the M4 competition, on series without a season. */
    static Method theta() {
        return Theta::forecast;
    }

    /** A method applied to what is left when the season is divided out, where the series shows one. */
    static Method deseasonalised(Method method, int period) {
        return (series, steps) -> {
            Seasonality season = Seasonality.of(series, period);
            double[] next = method.forecast(season.removedFrom(series), steps);
            for (int h = 0; h < steps; h++) {
                next[h] *= season.index(series.length + h);
            }
            return next;
        };
    }

    private static void need(double[] series, int values) {
        if (values < 1 || series.length < values) {
            throw new IllegalArgumentException(series.length + " values are too few; " + values + " are needed");
        }
    }
}
