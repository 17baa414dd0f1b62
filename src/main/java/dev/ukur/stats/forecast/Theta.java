package dev.ukur.stats.forecast;

/**
 * The classic Theta method: the mean of a straight line through the series and of simple smoothing applied to the series
 * with its curvature doubled, {@code 2 y(t) - line(t)}. Source: Assimakopoulos and Nikolopoulos 2000, International Journal
 * of Forecasting 16:521, in the form of the M4 competition.
 */
final class Theta {

    private Theta() {}

    static double[] forecast(double[] series, int steps) {
        int n = series.length;
        double meanT = (n + 1) / 2.0;
        double mean = java.util.Arrays.stream(series).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int t = 1; t <= n; t++) {
            above += (t - meanT) * (series[t - 1] - mean);
            below += (t - meanT) * (t - meanT);
        }
        double slope = above / below;
        double[] doubled = new double[n];
        for (int t = 1; t <= n; t++) {
            doubled[t - 1] = 2 * series[t - 1] - (mean + slope * (t - meanT));
        }
        double[] next = Smoothing.simple(doubled).forecast(steps);
        for (int h = 1; h <= steps; h++) {
            next[h - 1] = (next[h - 1] + mean + slope * (n + h - meanT)) / 2;
        }
        return next;
    }
}
