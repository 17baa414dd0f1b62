package dev.ukur.stats;

/**
 * Seasonal naive forecast: the next value is the one a season ago. With period m, series y(1..n), step h and
 * k = floor((h - 1) / m) whole seasons beyond the first:
 *
 * <pre>
 *   mean(h) = y(n + h - m (k + 1))
 *   sd(h)   = s sqrt(k + 1),   s^2 = sum over t = m+1..n of (y(t) - y(t-m))^2 / (n - m)
 * </pre>
 *
 * Errors are not centred: a steady growth that the method does not follow widens the interval instead of being hidden.
 * Period 1 is the naive forecast of a random walk: the last value, with sd s sqrt(h). Source: Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, sections 5.2 and 5.5.
 */
public final class SeasonalNaive {

    private final double[] lastSeason;
    private final double residualSd;

    private SeasonalNaive(double[] lastSeason, double residualSd) {
        this.lastSeason = lastSeason;
        this.residualSd = residualSd;
    }

    /**
     * Fits to a series without gaps.
     *
     * @param series finite numbers, oldest first, more than one period long
     * @param period steps in a season, at least 1
     */
    public static SeasonalNaive fit(double[] series, int period) {
        if (period < 1 || series.length <= period) {
            throw new IllegalArgumentException(series.length + " values are too few for a season of " + period);
        }
        double squares = 0;
        for (int t = period; t < series.length; t++) {
            double error = series[t] - series[t - period];
            squares += error * error;
        }
        double[] lastSeason = java.util.Arrays.copyOfRange(series, series.length - period, series.length);
        return new SeasonalNaive(lastSeason, Math.sqrt(squares / (series.length - period)));
    }

    /** Root mean square of the one-season errors; 0 when every season repeats the one before. */
    public double residualSd() {
        return residualSd;
    }

    /** The distribution of the value h steps after the last one, h at least 1. */
    public Normal forecast(int h) {
        if (h < 1) {
            throw new IllegalArgumentException("a forecast looks at least 1 step ahead, not " + h);
        }
        int season = (h - 1) / lastSeason.length;
        int place = (h - 1) % lastSeason.length;
        return new Normal(lastSeason[place], residualSd * Math.sqrt(season + 1.0));
    }
}
