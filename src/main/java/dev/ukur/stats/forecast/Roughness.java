package dev.ukur.stats.forecast;

import java.util.Optional;

/**
 * How far single values of a series lie off the line through their neighbours: what it varies by without any change of
 * level or slope. The variance is
 *
 * <pre>
 *   2/3 · mean of (y(t) - (y(t-1) + y(t+1)) / 2)²
 * </pre>
 *
 * Source: Gasser, Sroka and Jennen-Steinmetz 1986, Biometrika 73:625.
 *
 * @param sd of one value around the smooth course
 * @param values how many it was learnt from
 */
public record Roughness(double sd, int values) {

    /** With fewer values it is a guess. */
    public static final int LEAST = 8;

    /** The roughness of a series without gaps, oldest first; empty when it is too short. */
    public static Optional<Roughness> of(double[] series) {
        if (series.length < LEAST) {
            return Optional.empty();
        }
        double squares = 0;
        for (int t = 1; t < series.length - 1; t++) {
            double off = series[t] - (series[t - 1] + series[t + 1]) / 2;
            squares += off * off;
        }
        return Optional.of(new Roughness(Math.sqrt(2 * squares / (3 * (series.length - 2.0))), series.length));
    }
}
