package dev.ukur.stats.forecast;

import java.util.Arrays;

/**
 * The season of a series as factors around 1, all 1 when there is none: the rules of the M4 competition. A season is seen
 * when there are three of them and the autocorrelation at its length is beyond {@code 1.645 √((1 + 2 Σ r(k)²) / n)};
 * its factors are those of the classical multiplicative decomposition. Source: Makridakis, Spiliotis and Assimakopoulos
 * 2020, International Journal of Forecasting 36:54, with its published code.
 */
final class Seasonality {

    private static final double CRITICAL = 1.645;

    private final double[] factors;

    private Seasonality(double[] factors) {
        this.factors = factors;
    }

    static Seasonality of(double[] series, int period) {
        return shows(series, period)
                ? new Seasonality(multiplicative(series, period))
                : new Seasonality(new double[] {1});
    }

    /** Whether a series shows a season of a length. */
    static boolean shows(double[] series, int period) {
        if (period < 2 || series.length < 3 * period) {
            return false;
        }
        for (double value : series) {
            // Factors need positive values.
            if (value <= 0) {
                return false;
            }
        }
        double mean = Arrays.stream(series).average().orElseThrow();
        double variance = correlation(series, mean, 0);
        if (variance == 0) {
            return false;
        }
        double squares = 1;
        for (int lag = 1; lag < period; lag++) {
            squares += 2 * Math.pow(correlation(series, mean, lag) / variance, 2);
        }
        double at = correlation(series, mean, period) / variance;
        return Math.abs(at) > CRITICAL * Math.sqrt(squares / series.length);
    }

    private static double correlation(double[] series, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < series.length; t++) {
            sum += (series[t] - mean) * (series[t - lag] - mean);
        }
        return sum;
    }

    private static double[] multiplicative(double[] series, int period) {
        double[] trend = movingAverage(series, period);
        double[] factors = new double[period];
        int[] counts = new int[period];
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(trend[t])) {
                factors[t % period] += series[t] / trend[t];
                counts[t % period]++;
            }
        }
        double mean = 0;
        for (int i = 0; i < period; i++) {
            factors[i] /= counts[i];
            mean += factors[i] / period;
        }
        for (int i = 0; i < period; i++) {
            factors[i] /= mean;
        }
        return factors;
    }

    /** The centred average over a season, the two ends of an even one at half weight; NaN where it does not fit. */
    static double[] movingAverage(double[] series, int period) {
        double[] average = new double[series.length];
        Arrays.fill(average, Double.NaN);
        int half = period / 2;
        for (int t = half; t < series.length - half; t++) {
            double sum = 0;
            for (int k = -half; k <= half; k++) {
                double weight = period % 2 == 0 && Math.abs(k) == half ? 0.5 : 1;
                sum += weight * series[t + k];
            }
            average[t] = sum / period;
        }
        return average;
    }

    double[] removedFrom(double[] series) {
        double[] left = new double[series.length];
        for (int t = 0; t < left.length; t++) {
            left[t] = series[t] / index(t);
        }
        return left;
    }

    double index(int t) {
        return factors[t % factors.length];
    }
}
