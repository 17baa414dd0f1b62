package dev.ukur.delivery.report.chart;

import java.util.List;

/** Numbers to places on a line: the lowest number to one end, the highest to the other. */
record Scale(double low, double high, double from, double to) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /**
     * A scale over numbers whose range is at least a part of their mean, so that noise is not magnified.
     *
     * @param values at least one
     * @param leastShare smallest range, as a share of the mean
     */
    static Scale over(List<Double> values, double leastShare, double from, double to) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double mean = Math.abs(
                values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
        double missing = Math.max(0, mean * leastShare - (high - low));
        if (high - low + missing <= 0) {
            missing = 1;
        }
        return new Scale(low - missing / 2, high + missing / 2, from, to);
    }

    /** The same scale with room at both ends, as a share of its range. */
    Scale padded(double share) {
        double room = (high - low) * share;
        return new Scale(low - room, high + room, from, to);
    }

    /** Where a number lies. */
    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** One to three round numbers inside, for grid lines. */
    List<Double> ticks() {
        double rough = (high - low) / 2;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 0;
        for (double candidate : STEPS) {
            if (candidate * power <= rough * (1 + 1e-9)) {
                step = candidate * power;
            }
        }
        double chosen = step;
        long first = (long) Math.ceil(low / chosen);
        long last = (long) Math.floor(high / chosen);
        return java.util.stream.LongStream.rangeClosed(first, last)
                .mapToObj(count -> count * chosen)
                .toList();
    }
}
