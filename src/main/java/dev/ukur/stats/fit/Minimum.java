package dev.ukur.stats.fit;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Where a function is smallest, at least nearby: the method of Broyden, Fletcher, Goldfarb and Shanno with a line search
 * that accepts any sufficient decrease. Source: Nocedal and Wright, Numerical Optimization, chapter 6.
 */
public final class Minimum {

    private static final int MOST_STEPS = 500;
    private static final double SUFFICIENT = 1e-4;
    private static final double LONGEST_STEP = 2;

    private final Objective function;
    private final int size;
    private double[] at;
    private double[] gradient;
    private double value;
    private double[][] inverse;

    private Minimum(Objective function, double[] start) {
        this.function = function;
        this.size = start.length;
        this.at = start.clone();
        this.gradient = new double[size];
        this.inverse = identity(size);
    }

    /** Goes down from a start until every partial derivative is below the tolerance or no step leads further down. */
    public static Minimum of(Objective function, double[] start, double tolerance) {
        Minimum minimum = new Minimum(function, start);
        minimum.descend(tolerance);
        return minimum;
    }

    /** Goes on with another function that is nearly the same, starting from the place and the curvature found here. */
    public Minimum refine(Objective other, double tolerance) {
        Minimum minimum = new Minimum(other, at);
        double[][] curvature = covariance();
        minimum.inverse = curvature.length == 0 ? inverse : curvature;
        minimum.descend(tolerance);
        return minimum;
    }

    /** The place. */
    public double[] at() {
        return at.clone();
    }

    /** The value there. */
    public double value() {
        return value;
    }

    /** The largest partial derivative there, without its sign. */
    public double steepness() {
        double most = 0;
        for (double slope : gradient) {
            most = Math.max(most, Math.abs(slope));
        }
        return most;
    }

    /**
     * The inverse of the matrix of second derivatives, from differences of the gradient.
     *
     * @return an empty array when the matrix is not positive definite
     */
    public double[][] covariance() {
        double[][] hessian = new double[size][size];
        for (int i = 0; i < size; i++) {
            double step = 1e-4 * Math.max(1, Math.abs(at[i]));
            double[] beside = slopes(i, step);
            for (int j = 0; j < size; j++) {
                hessian[i][j] += (beside[j] - gradient[j]) / (2 * step);
                hessian[j][i] += (beside[j] - gradient[j]) / (2 * step);
            }
        }
        try {
            RealMatrix matrix = new Array2DRowRealMatrix(hessian, false);
            return new CholeskyDecomposition(matrix, 1e-6, 1e-14)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (MathIllegalArgumentException e) {
            return new double[0][];
        }
    }

    private double[] slopes(int i, double step) {
        double[] near = at.clone();
        near[i] += step;
        double[] slopes = new double[size];
        function.value(near, slopes);
        return slopes;
    }

    private void descend(double tolerance) {
        value = function.value(at, gradient);
        boolean fresh = true;
        for (int step = 0; step < MOST_STEPS && steepness() > tolerance; step++) {
            if (!advance()) {
                if (fresh) {
                    return;
                }
                inverse = identity(size);
            }
            fresh = inverse[0][0] == 1 && size > 1 && inverse[0][1] == 0;
        }
    }

    /** One step along the direction of descent; false when there is no lower point on it. */
    private boolean advance() {
        double[] direction = direction();
        double slope = dot(direction, gradient);
        double length = Math.min(1, LONGEST_STEP / largest(direction));
        double[] newGradient = new double[size];
        for (int halving = 0; halving < 40; halving++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                next[i] = at[i] + length * direction[i];
            }
            double newValue = function.value(next, newGradient);
            if (newValue <= value + SUFFICIENT * length * slope && newValue < value) {
                learn(next, newGradient);
                at = next;
                gradient = newGradient;
                value = newValue;
                return true;
            }
            length /= newValue > value + 1 || Double.isNaN(newValue) ? 4 : 2;
        }
        return false;
    }

    private double[] direction() {
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = -dot(inverse[i], gradient);
        }
        if (dot(direction, gradient) >= 0) {
            inverse = identity(size);
            for (int i = 0; i < size; i++) {
                direction[i] = -gradient[i];
            }
        }
        return direction;
    }

    /** The update of the inverse curvature. A step along which the slope did not grow teaches nothing. */
    private void learn(double[] next, double[] newGradient) {
        double[] s = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            s[i] = next[i] - at[i];
            y[i] = newGradient[i] - gradient[i];
        }
        double sy = dot(s, y);
        if (sy <= 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
            return;
        }
        double[] hy = new double[size];
        for (int i = 0; i < size; i++) {
            hy[i] = dot(inverse[i], y);
        }
        double grow = (1 + dot(y, hy) / sy) / sy;
        double[][] learnt = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                learnt[i][j] = inverse[i][j] + grow * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
        inverse = learnt;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] numbers) {
        double most = 1e-300;
        for (double number : numbers) {
            most = Math.max(most, Math.abs(number));
        }
        return most;
    }
}
