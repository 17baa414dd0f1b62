package dev.ukur.stats.budget;

import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * What spending brought in, period by period: {@code response = base + trend + controls + b log(1 + x / k)}, x being the
 * spend with its geometric after-effect. After-effect and k are tried over a grid, the rest is least squares. How sure it
 * is comes from redrawing the residuals in runs of four periods, so that neighbours stay together.
 *
 * @param curve the best fit
 * @param redrawn fits to redrawn data, in the order drawn
 */
public record ResponseFit(Curve curve, List<Curve> redrawn) {

    private static final double[] AFTER_EFFECTS = {0, 0.3, 0.6};
    private static final double[] KNEES = {0.25, 0.5, 1, 2, 4, 8};
    private static final int DRAWS = 200;
    private static final int RUN = 4;
    private static final long SEED = 20_260_101L;
    private static final int LEAST_PERIODS = 20;

    public ResponseFit {
        redrawn = List.copyOf(redrawn);
    }

    /**
     * A response curve.
     *
     * @param b scale of the response; may be negative in a fit
     * @param k spend a period at which returns have halved, in the long run
     * @param theta share of the effect that is left a period later
     */
    public record Curve(double b, double k, double theta) {

        /** What a steady spend brings a period, in the long run. */
        public double at(double spend) {
            return b * Math.log1p(spend / k);
        }

        /** What one more unit brings at a spend. */
        public double marginal(double spend) {
            return b / (k + spend);
        }
    }

    /**
     * Fits.
     *
     * @param spend one value a period, not negative
     * @param response one value a period
     * @param controls what else moved the response, one column each; may have none
     * @throws IllegalArgumentException with fewer than 20 periods, or when spend does not vary
     */
    public static ResponseFit of(double[] spend, double[] response, double[][] controls) {
        double mean = Arrays.stream(spend).average().orElse(0);
        if (spend.length < LEAST_PERIODS || spend.length != response.length || !(mean > 0)) {
            throw new IllegalArgumentException("at least " + LEAST_PERIODS + " periods with some spend are needed");
        }
        if (Arrays.stream(spend).allMatch(value -> value == spend[0])) {
            throw new IllegalArgumentException("spend that never varies shows nothing of its effect");
        }
        List<Try> grid = grid(spend, controls, mean);
        Try best = best(grid, response);
        double[] fitted = best.fitted(response);
        double[] residuals = new double[response.length];
        Arrays.setAll(residuals, i -> response[i] - fitted[i]);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Curve> redrawn = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] again = redraw(fitted, residuals, random);
            redrawn.add(best(grid, again).curve(again));
        }
        return new ResponseFit(best.curve(response), redrawn);
    }

    /** The 95 % interval of the marginal return at a spend. */
    public Interval marginal(double spend) {
        double[] values = redrawn.stream()
                .mapToDouble(one -> one.marginal(spend))
                .sorted()
                .toArray();
        return new Interval(values[DRAWS / 40], values[DRAWS - 1 - DRAWS / 40]);
    }

    /** Whether the spend surely brought something in: 97.5 % of the redrawn curves rise. */
    public boolean isSure() {
        return curve.b() > 0 && redrawn.stream().filter(one -> one.b() <= 0).count() <= DRAWS / 40;
    }

    private static double[] redraw(double[] fitted, double[] residuals, SplittableRandom random) {
        double[] again = new double[fitted.length];
        for (int i = 0; i < again.length; i += RUN) {
            int from = random.nextInt(residuals.length);
            for (int j = 0; j < RUN && i + j < again.length; j++) {
                again[i + j] = fitted[i + j] + residuals[(from + j) % residuals.length];
            }
        }
        return again;
    }

    private static List<Try> grid(double[] spend, double[][] controls, double mean) {
        List<Try> grid = new ArrayList<>();
        for (double theta : AFTER_EFFECTS) {
            double[] carried = Adstock.geometric(spend, theta);
            for (double knee : KNEES) {
                double k = knee * mean / (1 - theta);
                double[][] rows = new double[spend.length][3 + controls.length];
                for (int i = 0; i < rows.length; i++) {
                    rows[i][0] = Math.log1p(carried[i] / k);
                    rows[i][1] = 1;
                    rows[i][2] = 2.0 * i / rows.length - 1;
                    for (int j = 0; j < controls.length; j++) {
                        rows[i][3 + j] = controls[j][i];
                    }
                }
                grid.add(new Try(new Array2DRowRealMatrix(rows, false), k * (1 - theta), theta));
            }
        }
        return grid;
    }

    private static Try best(List<Try> grid, double[] response) {
        Try best = grid.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Try one : grid) {
            double squares = one.squares(response);
            if (squares < least) {
                least = squares;
                best = one;
            }
        }
        return best;
    }

    /** One point of the grid; its matrix is taken apart once. */
    private static final class Try {

        private final Array2DRowRealMatrix rows;
        private final QRDecomposition taken;
        private final double k;
        private final double theta;

        Try(Array2DRowRealMatrix rows, double k, double theta) {
            this.rows = rows;
            this.taken = new QRDecomposition(rows, 1e-10);
            this.k = k;
            this.theta = theta;
        }

        double[] coefficients(double[] response) {
            try {
                return taken.getSolver()
                        .solve(new ArrayRealVector(response, false))
                        .toArray();
            } catch (MathRuntimeException e) {
                throw new IllegalArgumentException("spend and controls cannot be told apart", e);
            }
        }

        double[] fitted(double[] response) {
            return rows.operate(coefficients(response));
        }

        double squares(double[] response) {
            double[] fitted = fitted(response);
            double sum = 0;
            for (int i = 0; i < fitted.length; i++) {
                sum += (response[i] - fitted[i]) * (response[i] - fitted[i]);
            }
            return sum;
        }

        Curve curve(double[] response) {
            return new Curve(coefficients(response)[0], k, theta);
        }
    }
}
