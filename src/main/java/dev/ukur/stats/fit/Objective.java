package dev.ukur.stats.fit;

import java.util.function.ToDoubleFunction;

/** A smooth function of several numbers that is to be made small. */
public interface Objective {

    /**
     * The value at a point.
     *
     * @param at not changed
     * @param gradient receives the partial derivatives; same length
     */
    double value(double[] at, double[] gradient);

    /** A function without derivatives: they are taken as central differences. */
    static Objective of(ToDoubleFunction<double[]> function) {
        return (at, gradient) -> {
            double[] near = at.clone();
            for (int i = 0; i < at.length; i++) {
                double step = 1e-5 * Math.max(1, Math.abs(at[i]));
                near[i] = at[i] + step;
                double above = function.applyAsDouble(near);
                near[i] = at[i] - step;
                double below = function.applyAsDouble(near);
                near[i] = at[i];
                gradient[i] = (above - below) / (2 * step);
            }
            return function.applyAsDouble(at);
        };
    }
}
