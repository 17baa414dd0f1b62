package dev.ukur.stats.budget;

/** What of earlier spending still works in a period. */
public final class Adstock {

    private Adstock() {}

    /** Geometric: {@code out(t) = x(t) + θ out(t-1)}, θ from 0, below 1. */
    public static double[] geometric(double[] x, double theta) {
        if (!(theta >= 0 && theta < 1)) {
            throw new IllegalArgumentException("what carries over is a share below 1, not " + theta);
        }
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            out[t] = x[t] + (t > 0 ? theta * out[t - 1] : 0);
        }
        return out;
    }

    /** Geometric over a window of so many periods, weights {@code θ^lag} summing to 1: the unit of x is kept. */
    public static double[] normalisedGeometric(double[] x, double theta, int window) {
        double[] weights = new double[window];
        double sum = 0;
        for (int lag = 0; lag < window; lag++) {
            weights[lag] = Math.pow(theta, lag);
            sum += weights[lag];
        }
        for (int lag = 0; lag < window; lag++) {
            weights[lag] /= sum;
        }
        return convolved(x, weights);
    }

    /**
     * Weibull survival: what is left falls by the factor {@code 1 - F(lag)} each period, F being the Weibull distribution
     * with this shape and the scale given as a share of the length. Source: Meta's Robyn, {@code adstock_weibull}, cdf.
     */
    public static double[] weibullSurvival(double[] x, double shape, double scale) {
        double reach = reach(x.length, scale);
        double[] weights = new double[x.length];
        double left = 1;
        for (int lag = 0; lag < x.length; lag++) {
            weights[lag] = left;
            left *= Math.exp(-Math.pow((lag + 1) / reach, shape));
        }
        return convolved(x, weights);
    }

    /**
     * Weibull density: weights are the Weibull density at 1, 2, ..., scaled from 0 for the smallest to 1 for the largest, so
     * that the effect may come late. Source: Meta's Robyn, {@code adstock_weibull}, pdf.
     */
    public static double[] weibullDensity(double[] x, double shape, double scale) {
        double reach = reach(x.length, scale);
        double[] weights = new double[x.length];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int lag = 0; lag < x.length; lag++) {
            double at = (lag + 1) / reach;
            weights[lag] = shape / reach * Math.pow(at, shape - 1) * Math.exp(-Math.pow(at, shape));
            least = Math.min(least, weights[lag]);
            most = Math.max(most, weights[lag]);
        }
        for (int lag = 0; lag < x.length; lag++) {
            weights[lag] = most > least ? (weights[lag] - least) / (most - least) : 1;
        }
        return convolved(x, weights);
    }

    private static double reach(int length, double scale) {
        // Robyn rounds the quantile of the periods to a whole period, and so must who compares with it.
        return Math.rint(1 + scale * (length - 1));
    }

    private static double[] convolved(double[] x, double[] weights) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            for (int lag = 0; lag <= t && lag < weights.length; lag++) {
                out[t] += weights[lag] * x[t - lag];
            }
        }
        return out;
    }
}
