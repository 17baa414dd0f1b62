package dev.ukur.stats.forecast;

import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forecast of the method that did best on the past: each method forecasts from several earlier ends of the series
 * (rolling origin), and the one with the smallest mean absolute error goes on. Its intervals are the quantiles of its own
 * errors at the same distance, made wider where they were few, so that they hold as often as they say.
 *
 * @param method its name
 * @param mean the next values
 * @param intervals80 hold the truth in 80 of 100 cases
 * @param intervals95 hold it in 95 of 100 cases
 * @param errors each method's mean absolute error on the past, best first
 */
public record Choice(
        String method,
        double[] mean,
        List<Interval> intervals80,
        List<Interval> intervals95,
        Map<String, Double> errors) {

    private static final int MOST_ORIGINS = 24;
    private static final int LEAST_ORIGINS = 3;

    public Choice {
        intervals80 = List.copyOf(intervals80);
        intervals95 = List.copyOf(intervals95);
    }

    /** The family for a season of a length. */
    public static Map<String, Method> family(int period) {
        Map<String, Method> family = new LinkedHashMap<>();
        family.put("seasonal naive", Method.seasonalNaive(period));
        family.put("simple smoothing", Method.deseasonalised(Method.simpleSmoothing(), period));
        family.put("damped trend", Method.deseasonalised(Method.damped(), period));
        family.put("theta", Method.deseasonalised(Method.theta(), period));
        if (period > 1) {
            family.put("Holt-Winters", Method.holtWinters(period));
        }
        return family;
    }

    /**
     * Chooses and forecasts.
     *
     * @param series at least two seasons, 6 values and 3 origins beyond the horizon long
     * @param period steps in a season, 1 when there is none
     * @param steps the horizon
     * @throws IllegalArgumentException when the series is too short to judge a forecast so far ahead
     */
    public static Choice of(double[] series, int period, int steps) {
        int least = Math.max(2 * period + 1, 6);
        int origins = Math.min(MOST_ORIGINS, series.length - steps - least + 1);
        if (steps < 1 || origins < LEAST_ORIGINS) {
            throw new IllegalArgumentException("%d values are too few to judge a forecast of %d steps: %d are needed"
                    .formatted(series.length, steps, least + steps + LEAST_ORIGINS - 1));
        }
        Map<String, double[][]> errors = new LinkedHashMap<>();
        family(period).forEach((name, method) -> errors.put(name, errors(series, method, steps, origins)));
        Map<String, Double> means = new LinkedHashMap<>();
        errors.entrySet().stream()
                .sorted(java.util.Comparator.comparingDouble(entry -> mean(entry.getValue())))
                .forEach(entry -> means.put(entry.getKey(), mean(entry.getValue())));
        String best = means.keySet().iterator().next();
        double[] next = family(period).getOrDefault(best, Method.naive()).forecast(series, steps);
        double[][] past = errors.getOrDefault(best, new double[0][0]);
        return new Choice(best, next, around(next, past, 0.8), around(next, past, 0.95), means);
    }

    /** By step ahead, the errors from all origins. */
    private static double[][] errors(double[] series, Method method, int steps, int origins) {
        double[][] errors = new double[steps][origins];
        for (int origin = 0; origin < origins; origin++) {
            int end = series.length - steps - origin;
            double[] next = method.forecast(Arrays.copyOf(series, end), steps);
            for (int h = 0; h < steps; h++) {
                errors[h][origin] = series[end + h] - next[h];
            }
        }
        return errors;
    }

    private static double mean(double[][] errors) {
        return Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .average()
                .orElseThrow();
    }

    /**
     * The k-th largest of m absolute errors bounds the next one with probability k / (m + 1). Where even the largest is not
     * enough, it is stretched by the ratio of t quantiles.
     */
    private static List<Interval> around(double[] next, double[][] errors, double level) {
        List<Interval> intervals = new ArrayList<>();
        double widest = 0;
        for (int h = 0; h < next.length; h++) {
            double[] sizes = Arrays.stream(errors[h]).map(Math::abs).sorted().toArray();
            int m = sizes.length;
            double rank = level * (m + 1);
            double reach;
            if (rank <= m) {
                int below = Math.max(1, (int) Math.floor(rank));
                double upper = sizes[Math.min(m, below + 1) - 1];
                reach = sizes[below - 1] + (rank - Math.floor(rank)) * (upper - sizes[below - 1]);
            } else {
                dev.ukur.stats.StudentT t = new dev.ukur.stats.StudentT(m);
                reach = sizes[m - 1] * t.quantile(0.5 + level / 2) / t.quantile(0.5 + m / (m + 1.0) / 2);
            }
            // What is further away is not known better.
            widest = Math.max(widest, reach);
            intervals.add(new Interval(next[h] - widest, next[h] + widest));
        }
        return intervals;
    }
}
