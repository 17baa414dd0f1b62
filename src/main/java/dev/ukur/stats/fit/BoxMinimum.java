package dev.ukur.stats.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Where a function of numbers between bounds is smallest: the simplex of Nelder and Mead from several starts, on a scale
 * on which the bounds lie at infinity.
 *
 * @param at the place
 * @param value there
 */
public record BoxMinimum(double[] at, double value) {

    private static final int MOST_EVALUATIONS = 4000;

    /** Bounds of one number. */
    public record Side(double low, double high) {

        /** A place between the bounds, for any number of the free scale. */
        double inside(double free) {
            return low + (high - low) / (1 + Math.exp(-free));
        }

        double free(double inside) {
            double share = Math.min(1 - 1e-9, Math.max(1e-9, (inside - low) / (high - low)));
            return Math.log(share / (1 - share));
        }
    }

    /** The lowest value found from all starts, each of them between the bounds. */
    public static BoxMinimum of(ToDoubleFunction<double[]> function, List<Side> box, double[]... starts) {
        BoxMinimum best = new BoxMinimum(starts[0], Double.POSITIVE_INFINITY);
        for (double[] start : starts) {
            BoxMinimum found = descend(function, box, start);
            // A simplex can collapse early; a fresh one at the same place goes on.
            found = descend(function, box, found.at);
            best = found.value < best.value ? found : best;
        }
        return best;
    }

    private static BoxMinimum descend(ToDoubleFunction<double[]> function, List<Side> box, double[] start) {
        double[] free = new double[start.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = box.get(i).free(start[i]);
        }
        try {
            PointValuePair found = new SimplexOptimizer(1e-12, 1e-10)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(at -> finite(function.applyAsDouble(inside(box, at)))),
                            GoalType.MINIMIZE,
                            new InitialGuess(free),
                            new NelderMeadSimplex(free.length, 0.7));
            return new BoxMinimum(inside(box, found.getPoint()), found.getValue());
        } catch (MathRuntimeException e) {
            return new BoxMinimum(start, finite(function.applyAsDouble(start)));
        }
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? Double.MAX_VALUE : value;
    }

    private static double[] inside(List<Side> box, double[] free) {
        double[] inside = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            inside[i] = box.get(i).inside(free[i]);
        }
        return inside;
    }
}
