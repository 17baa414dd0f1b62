package dev.ukur.stats.forecast;

import dev.ukur.stats.StudentT;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a series is expected to do, as a distribution for each step ahead: a t distribution around the forecast, as wide as
 * the forecast was wrong on the past.
 *
 * @param method the one chosen
 * @param mean by step
 * @param spread by step: the scale of the t distribution, never falling
 * @param df its degrees of freedom
 * @param errors mean absolute error of each method on the past, best first: what methods are chosen by
 */
public record Prognosis(String method, double[] mean, double[] spread, double df, Map<String, Double> errors) {

    public Prognosis {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** The mean absolute error of the method chosen. */
    public double error() {
        return Objects.requireNonNull(errors.get(method));
    }

    /**
     * The value not exceeded with probability p.
     *
     * @param step from 1
     * @param p strictly between 0 and 1
     */
    public double quantile(int step, double p) {
        double width = spread[step - 1];
        return width == 0 ? mean[step - 1] : mean[step - 1] + width * new StudentT(df).quantile(p);
    }

    /** The probability that the value of a step is at a level or above. */
    public double atLeast(int step, double level) {
        double distance = level - mean[step - 1];
        double width = spread[step - 1];
        if (width == 0) {
            return distance <= 0 ? 1 : 0;
        }
        double tail = new StudentT(df).beyond(distance / width) / 2;
        return distance > 0 ? tail : 1 - tail;
    }
}
