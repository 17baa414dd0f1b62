package dev.ukur.stats.forecast;

import dev.ukur.stats.Normal;
import dev.ukur.stats.fit.BoxMinimum;
import dev.ukur.stats.fit.BoxMinimum.Side;
import java.util.List;

/**
 * Exponential smoothing without a season: simple, with a trend (Holt), or with a trend that fades by φ a step:
 *
 * <pre>
 *   error(t) = y(t) - level(t-1) - φ trend(t-1)
 *   level(t) = level(t-1) + φ trend(t-1) + α error(t)
 *   trend(t) = φ trend(t-1) + β error(t)
 * </pre>
 *
 * All parameters and both start values make the sum of squared errors smallest. For given α, β and φ the errors are linear
 * in the start values, which are therefore solved for exactly. Bounds as in R's forecast package: α .0001 to .9999, β
 * such shares of α, φ .8 to .98. Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing.
 *
 * @param alpha weight of the newest error for the level
 * @param beta weight of the newest error for the trend; 0 without a trend
 * @param phi what is left of the trend after a step; 0 without a trend, 1 without fading
 * @param run what smoothing the series with these gave
 */
public record Smoothing(double alpha, double beta, double phi, Run run) {

    private static final double LOW = 1e-4;
    private static final double HIGH = 0.9999;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;

    /**
     * A pass over a series.
     *
     * @param startLevel before the first value
     * @param startTrend before the first value
     * @param level after the last value
     * @param trend after the last value
     * @param squares the sum of squared errors
     * @param n how many values
     */
    public record Run(double startLevel, double startTrend, double level, double trend, double squares, int n) {}

    /** Simple exponential smoothing of at least 3 values. */
    public static Smoothing simple(double[] series) {
        need(series, 3);
        double alpha = BoxMinimum.of(
                        at -> run(series, at[0], 0, 0).squares(),
                        List.of(new Side(LOW, HIGH)),
                        new double[] {0.1},
                        new double[] {0.5},
                        new double[] {HIGH})
                .at()[0];
        return better(of(series, alpha, 0, 0), of(series, HIGH, 0, 0));
    }

    /** Smoothing with a trend, of at least 5 values. */
    public static Smoothing holt(double[] series) {
        need(series, 5);
        double[] best = BoxMinimum.of(
                        at -> run(series, at[0], share(at[1], at[0]), 1).squares(),
                        List.of(new Side(LOW, HIGH), new Side(LOW, HIGH)),
                        new double[] {0.1, 0.1},
                        new double[] {0.5, 0.05},
                        new double[] {0.9, 0.5})
                .at();
        return of(series, best[0], share(best[1], best[0]), 1);
    }

    /** Smoothing with a trend that fades, of at least 6 values. */
    public static Smoothing damped(double[] series) {
        need(series, 6);
        double[] best = BoxMinimum.of(
                        at -> run(series, at[0], share(at[1], at[0]), at[2]).squares(),
                        List.of(new Side(LOW, HIGH), new Side(LOW, HIGH), new Side(LEAST_PHI, MOST_PHI)),
                        new double[] {0.1, 0.1, 0.95},
                        new double[] {0.5, 0.05, 0.9},
                        new double[] {0.9, 0.5, 0.85})
                .at();
        return of(series, best[0], share(best[1], best[0]), best[2]);
    }

    /** The next values. */
    public double[] forecast(int steps) {
        double[] next = new double[steps];
        double fade = 0;
        double power = 1;
        for (int h = 0; h < steps; h++) {
            power *= phi;
            fade += power;
            next[h] = run.level() + fade * run.trend();
        }
        return next;
    }

    /**
     * The distribution of the value h steps ahead: the variance of an error, {@code squares / (n - parameters - start
     * values)}, times {@code 1 + Σ (α + β (φ + ... + φ^j))²} over the steps before.
     */
    public Normal distribution(int h) {
        int used = beta == 0 ? 2 : phi < 1 ? 5 : 4;
        double grown = 1;
        double fade = 0;
        double power = 1;
        for (int j = 1; j < h; j++) {
            power *= phi;
            fade += power;
            grown += Math.pow(alpha + beta * fade, 2);
        }
        double variance = run.squares() / Math.max(1, run.n() - used);
        return new Normal(forecast(h)[h - 1], Math.sqrt(variance * grown));
    }

    private static Smoothing better(Smoothing one, Smoothing other) {
        return other.run.squares() < one.run.squares() ? other : one;
    }

    private static double share(double share, double alpha) {
        return alpha * share;
    }

    private static Smoothing of(double[] series, double alpha, double beta, double phi) {
        return new Smoothing(alpha, beta, phi, run(series, alpha, beta, phi));
    }

    /** Smooths from the best start values: three passes in one, from nothing, from a level of 1 and from a trend of 1. */
    private static Run run(double[] series, double alpha, double beta, double phi) {
        double[] level = {0, 1, 0};
        double[] trend = {0, 0, 1};
        double[][] sums = new double[3][3];
        for (double value : series) {
            double[] error = new double[3];
            for (int k = 0; k < 3; k++) {
                double before = level[k] + phi * trend[k];
                error[k] = (k == 0 ? value : 0) - before;
                level[k] = before + alpha * error[k];
                trend[k] = phi * trend[k] + beta * error[k];
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += error[i] * error[j];
                }
            }
        }
        return solved(sums, level, trend, series.length);
    }

    /** The start values that make the squares of {@code e0 + l e1 + b e2} smallest. */
    private static Run solved(double[][] sums, double[] level, double[] trend, int n) {
        double determinant = sums[1][1] * sums[2][2] - sums[2][1] * sums[2][1];
        double l;
        double b;
        if (determinant > 1e-12 * sums[1][1] * sums[2][2]) {
            l = (-sums[1][0] * sums[2][2] + sums[2][0] * sums[2][1]) / determinant;
            b = (-sums[2][0] * sums[1][1] + sums[1][0] * sums[2][1]) / determinant;
        } else {
            l = -sums[1][0] / sums[1][1];
            b = 0;
        }
        double squares = sums[0][0]
                + l * (2 * sums[1][0] + l * sums[1][1])
                + b * (2 * sums[2][0] + b * sums[2][2] + 2 * l * sums[2][1]);
        return new Run(
                l,
                b,
                level[0] + l * level[1] + b * level[2],
                trend[0] + l * trend[1] + b * trend[2],
                Math.max(0, squares),
                n);
    }

    private static void need(double[] series, int values) {
        if (series.length < values) {
            throw new IllegalArgumentException(series.length + " values are too few; " + values + " are needed");
        }
    }
}
