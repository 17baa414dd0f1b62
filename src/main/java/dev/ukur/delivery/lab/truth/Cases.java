package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers our values by the names of their cases. */
final class Cases {

    private final Map<String, double[]> values = new LinkedHashMap<>();

    Cases put(String name, double... ours) {
        values.put(name, ours);
        return this;
    }

    Cases put(String name, Interval interval) {
        return put(name, interval.low(), interval.high());
    }

    /** Value, error, both ends, p. */
    Cases put(String name, Estimate estimate) {
        Interval interval = estimate.interval();
        return put(name, estimate.value(), estimate.se(), interval.low(), interval.high(), estimate.p());
    }

    Cases put(String name, List<Double> ours) {
        return put(name, ours.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Map<String, double[]> all() {
        return values;
    }

    /** Arrays one after another. */
    static double[] joined(double[]... parts) {
        List<Double> all = new ArrayList<>();
        for (double[] part : parts) {
            for (double number : part) {
                all.add(number);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
