package dev.ukur.stats.forecast;

import dev.ukur.stats.Interval;
import dev.ukur.stats.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * How much better a series is foretold when a candidate is known, beyond what its own past foretells. From an origin in
 * the middle on, each step is foretold twice by least squares on all steps before it: from the outcome's own last values
 * and the controls, and from these with the candidate's values. With the errors e0 and e1 of the two, the gain is
 *
 * <pre>
 *   gain = mean of e0(t) (e0(t) - e1(t)) / mean of e0(t)²
 * </pre>
 *
 * which is half of Clark and West's adjusted difference {@code e0² - e1² + (ŷ0 - ŷ1)²}: 1 for a candidate that tells all,
 * and about 0 for one without worth, where the plain difference of squared errors would be below 0, because the larger
 * model pays for numbers it need not have fitted. Its error is Newey and West's. Source: Clark and West 2007, Journal of
 * Econometrics 138:291.
 *
 * @param gain share of the squared error that knowing the candidate takes away; may be below 0
 * @param interval 97.5 % of it: two looks, at earlier values and at all, err together in at most 5 of 100 cases
 * @param origins how many steps were foretold
 */
public record PredictiveGain(double gain, Interval interval, int origins) {

    /** With fewer origins an interval says nothing. */
    private static final int LEAST_ORIGINS = 24;

    /** Steps per fitted number at the first origin. */
    private static final int STEPS_PER_NUMBER = 3;

    private static final double Z = Normal.standard().quantile(0.9875);
    private static final double RIDGE = 1e-8;

    /** Whether the candidate is known to help. */
    public boolean helps() {
        return interval.low() > 0;
    }

    /**
     * What the two forecasts may look at.
     *
     * @param lags own past values of the outcome, and past values of the candidate, by their distance in steps
     * @param together whether the candidate's value of the same step is known as well
     * @param controls one row a step, what both forecasts know: trend, season, weekday
     */
    public record Sight(List<Integer> lags, boolean together, double[][] controls) {

        public Sight {
            lags = List.copyOf(lags);
        }
    }

    /**
     * The gain.
     *
     * @param outcome one finite value a step, oldest first
     * @param candidate of the same steps
     * @return empty when there are too few steps, or one of the series never changes
     */
    public static Optional<PredictiveGain> of(double[] outcome, double[] candidate, Sight sight) {
        if (outcome.length != candidate.length || outcome.length != sight.controls().length) {
            throw new IllegalArgumentException("series and controls must have one length");
        }
        Rows small = new Rows(outcome, candidate, sight, false);
        Rows large = new Rows(outcome, candidate, sight, true);
        int first = Math.max(outcome.length / 2, small.start() + STEPS_PER_NUMBER * large.width());
        int origins = outcome.length - first;
        if (origins < LEAST_ORIGINS || isFlat(outcome) || isFlat(candidate)) {
            return Optional.empty();
        }
        double[] without = small.foretold(first);
        double[] with = large.foretold(first);
        double[] adjusted = new double[origins];
        double squares = 0;
        for (int i = 0; i < origins; i++) {
            double e0 = outcome[first + i] - without[i];
            double e1 = outcome[first + i] - with[i];
            adjusted[i] = e0 * (e0 - e1);
            squares += e0 * e0 / origins;
        }
        return squares == 0 ? Optional.empty() : Optional.of(scored(adjusted, squares));
    }

    private static PredictiveGain scored(double[] adjusted, double squares) {
        double mean = Arrays.stream(adjusted).average().orElseThrow();
        double reach = Z * Math.sqrt(longRun(adjusted, mean) / adjusted.length) / squares;
        double gain = mean / squares;
        return new PredictiveGain(gain, new Interval(gain - reach, gain + reach), adjusted.length);
    }

    private static double longRun(double[] values, double mean) {
        int n = values.length;
        int lags = (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
        double sum = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += (values[i] - mean) * (values[i - lag] - mean);
            }
            sum += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * product;
        }
        return Math.max(0, sum) / (n - 1);
    }

    private static boolean isFlat(double[] series) {
        return Arrays.stream(series).allMatch(value -> value == series[0]);
    }

    /** What one forecast looks at, a row a step, each column scaled to a size of about one. */
    private static final class Rows {

        private final double[] outcome;
        private final double[][] rows;
        private final int start;

        Rows(double[] outcome, double[] candidate, Sight sight, boolean withCandidate) {
            this.outcome = outcome;
            this.start = sight.lags().stream().mapToInt(Integer::intValue).max().orElse(0);
            this.rows = new double[outcome.length][];
            double[] own = scaled(outcome);
            double[] other = scaled(candidate);
            for (int t = start; t < outcome.length; t++) {
                rows[t] = row(t, own, withCandidate ? other : new double[0], sight);
            }
        }

        private static double[] row(int t, double[] own, double[] other, Sight sight) {
            double[] row =
                    new double[1 + sight.controls()[t].length + 2 * sight.lags().size() + 1];
            int at = 0;
            row[at++] = 1;
            for (double control : sight.controls()[t]) {
                row[at++] = control;
            }
            for (int lag : sight.lags()) {
                row[at++] = own[t - lag];
            }
            if (other.length > 0) {
                for (int lag : sight.lags()) {
                    row[at++] = other[t - lag];
                }
                if (sight.together()) {
                    row[at++] = other[t];
                }
            }
            return Arrays.copyOf(row, at);
        }

        private static double[] scaled(double[] series) {
            double mean = Arrays.stream(series).average().orElse(0);
            double size = Math.sqrt(Arrays.stream(series)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElse(0));
            return Arrays.stream(series)
                    .map(x -> size == 0 ? 0 : (x - mean) / size)
                    .toArray();
        }

        int start() {
            return start;
        }

        int width() {
            return rows[start].length;
        }

        /** The forecast of each step from the first origin on, made from all steps before it. */
        double[] foretold(int first) {
            int width = width();
            double[][] cross = new double[width][width];
            double[] right = new double[width];
            double[] foretold = new double[outcome.length - first];
            for (int t = start; t < outcome.length; t++) {
                if (t >= first) {
                    foretold[t - first] = solve(cross, right).dotProduct(new ArrayRealVector(rows[t], false));
                }
                for (int i = 0; i < width; i++) {
                    right[i] += rows[t][i] * outcome[t];
                    for (int j = 0; j < width; j++) {
                        cross[i][j] += rows[t][i] * rows[t][j];
                    }
                }
            }
            return foretold;
        }

        /** The coefficients; the ridge keeps columns that say the same from having none. */
        private static RealVector solve(double[][] cross, double[] right) {
            Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(cross, true);
            double size = 0;
            for (int i = 0; i < cross.length; i++) {
                size = Math.max(size, cross[i][i]);
            }
            for (int i = 0; i < cross.length; i++) {
                matrix.addToEntry(i, i, RIDGE * size);
            }
            return new CholeskyDecomposition(matrix, 1e-10, 0).getSolver().solve(new ArrayRealVector(right, true));
        }
    }
}
