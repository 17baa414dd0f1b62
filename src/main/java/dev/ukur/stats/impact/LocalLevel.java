package dev.ukur.stats.impact;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.fit.Minimum;
import dev.ukur.stats.fit.Objective;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * What would have been without a campaign: a level that drifts, plus control series that the campaign does not touch, is
 * fitted to the time before and carried on through the time after; the effect is what happened minus that.
 *
 * <p>The state (level and coefficients, unknown at first: variance 10^6 on standardised data) runs through a Kalman filter.
 * The two variances are those of the highest posterior density of their logarithms under the priors of R's CausalImpact:
 * the drift's with 32 degrees of freedom at (0.01 sd)², the noise's with 50 at 0.2 sd² (R² = 0.8). The first values, one
 * for each state, only start the filter. Without simulation, so the answer is the same each time; means and standard
 * deviations agree with CausalImpact's within what its simulation leaves open. Sources: Brodersen, Gallusser, Koehler, Remy
 * and Scott 2015, Annals of Applied Statistics 9:247; Durbin and Koopman, Time Series Analysis by State Space Methods.
 *
 * @param actual the mean of the time after
 * @param predicted the mean that would have been, with the standard deviation of what could have been observed
 * @param effect actual minus predicted
 * @param cumulative the effect over all steps of the time after
 * @param relative the effect as a share of what would have been
 * @param expected what would have been at each step of the time after
 */
public record LocalLevel(
        double actual, Estimate predicted, Estimate effect, Estimate cumulative, double relative, double[] expected) {

    private static final double DIFFUSE = 1e6;
    private static final double LEVEL_DF = 32;
    private static final double LEVEL_GUESS = 0.0001;
    private static final double NOISE_DF = 50;
    private static final double NOISE_GUESS = 0.2;
    private static final int LEAST_BEFORE = 8;

    /**
     * Estimates.
     *
     * @param y all values, oldest first
     * @param controls for each step the values of the control series; of length 0 when there are none
     * @param before how many steps lie before the campaign: at least 8 more than controls
     * @throws IllegalArgumentException when too little lies before, nothing after, or nothing varied before
     */
    public static LocalLevel of(double[] y, double[][] controls, int before) {
        int states = 1 + (controls.length == 0 ? 0 : controls[0].length);
        if (controls.length != y.length || before >= y.length || before < LEAST_BEFORE + states - 1) {
            throw new IllegalArgumentException("%d steps before and %d in all are too few".formatted(before, y.length));
        }
        double mean = mean(y, before);
        double sd = sd(y, mean, before);
        if (!(sd > 0)) {
            throw new IllegalArgumentException("nothing varied before the campaign");
        }
        double[] scaled = Arrays.stream(y).map(value -> (value - mean) / sd).toArray();
        Filter filter = new Filter(scaled, standardised(controls, before, states), before);
        Minimum mode = Minimum.of(
                Objective.of(at -> filter.cost(Math.exp(at[0]), Math.exp(at[1])) / before),
                new double[] {Math.log(LEVEL_GUESS), Math.log(NOISE_GUESS)},
                1e-9);
        return filter.ahead(Math.exp(mode.at()[0]), Math.exp(mode.at()[1])).answer(y, mean, sd);
    }

    /** Rows 1, x1, x2, ... with each control at mean 0 and sd 1 before the campaign; one without variation stays at 0. */
    private static double[][] standardised(double[][] controls, int before, int states) {
        double[][] rows = new double[controls.length][states];
        for (int j = 0; j < states; j++) {
            int control = j - 1;
            double[] column = j == 0
                    ? new double[0]
                    : Arrays.stream(controls).mapToDouble(row -> row[control]).toArray();
            double mean = j == 0 ? 0 : mean(column, before);
            double sd = j == 0 ? 1 : sd(column, mean, before);
            for (int t = 0; t < rows.length; t++) {
                rows[t][j] = j == 0 ? 1 : sd > 0 ? (column[t] - mean) / sd : 0;
            }
        }
        return rows;
    }

    private static double mean(double[] values, int before) {
        return Arrays.stream(values, 0, before).average().orElseThrow();
    }

    private static double sd(double[] values, double mean, int before) {
        return Math.sqrt(Arrays.stream(values, 0, before)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (before - 1));
    }

    /** The filter over the time before; the state may then be carried on. */
    private static final class Filter {

        private final double[] y;
        private final double[][] rows;
        private final int before;
        private double[] state = new double[0];
        private double[][] variance = new double[0][0];

        Filter(double[] y, double[][] rows, int before) {
            this.y = y;
            this.rows = rows;
            this.before = before;
        }

        /** The negative logarithm of the posterior density of the logarithms of the variances, but for a constant. */
        double cost(double level, double noise) {
            return -run(level, noise)
                    + LEVEL_DF / 2 * (Math.log(level) + LEVEL_GUESS / level)
                    + NOISE_DF / 2 * (Math.log(noise) + NOISE_GUESS / noise);
        }

        private double run(double level, double noise) {
            int size = rows[0].length;
            state = new double[size];
            variance = new double[size][size];
            for (int i = 0; i < size; i++) {
                variance[i][i] = DIFFUSE;
            }
            double logLikelihood = 0;
            double[] gain = new double[size];
            for (int t = 0; t < before; t++) {
                double spread = noise;
                double error = y[t];
                for (int i = 0; i < size; i++) {
                    gain[i] = 0;
                    for (int j = 0; j < size; j++) {
                        gain[i] += variance[i][j] * rows[t][j];
                    }
                    spread += rows[t][i] * gain[i];
                    error -= rows[t][i] * state[i];
                }
                if (t >= size) {
                    logLikelihood -= (Math.log(2 * Math.PI * spread) + error * error / spread) / 2;
                }
                for (int i = 0; i < size; i++) {
                    state[i] += gain[i] * error / spread;
                    for (int j = 0; j < size; j++) {
                        variance[i][j] -= gain[i] * gain[j] / spread;
                    }
                }
                variance[0][0] += level;
            }
            return logLikelihood;
        }

        Ahead ahead(double level, double noise) {
            run(level, noise);
            int steps = y.length - before;
            RealMatrix after = new Array2DRowRealMatrix(Arrays.copyOfRange(rows, before, y.length), false);
            double[] expected = after.operate(state);
            RealVector mean = new ArrayRealVector(rows[0].length);
            for (int i = 0; i < steps; i++) {
                mean = mean.add(after.getRowVector(i).mapDivide(steps));
            }
            double spread = mean.dotProduct(new Array2DRowRealMatrix(variance, false).operate(mean)) + noise / steps;
            // A drift after step i moves all later steps.
            for (int i = 1; i < steps; i++) {
                spread += level * Math.pow((steps - i) / (double) steps, 2);
            }
            return new Ahead(expected, Math.sqrt(spread));
        }
    }

    /** What would have been, on the standardised scale. */
    private record Ahead(double[] expected, double sd) {

        LocalLevel answer(double[] y, double mean, double scale) {
            int steps = expected.length;
            double[] would =
                    Arrays.stream(expected).map(value -> value * scale + mean).toArray();
            double predicted = Arrays.stream(would).average().orElseThrow();
            double actual =
                    Arrays.stream(y, y.length - steps, y.length).average().orElseThrow();
            double effect = actual - predicted;
            return new LocalLevel(
                    actual,
                    Estimate.normal(predicted, sd * scale),
                    Estimate.normal(effect, sd * scale),
                    Estimate.normal(effect * steps, sd * scale * steps),
                    effect / predicted,
                    would);
        }
    }
}
