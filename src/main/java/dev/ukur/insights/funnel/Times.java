package dev.ukur.insights.funnel;

import java.util.Arrays;
import java.util.Optional;

/** Many durations in microseconds, of which quantiles are asked. */
final class Times {

    private long[] values = new long[16];
    private int size;
    private boolean sorted = true;

    void add(long micros) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = micros;
        sorted = false;
    }

    int size() {
        return size;
    }

    /** The smallest value that at least a share of the values do not exceed; empty without values. */
    Optional<Long> quantile(double share) {
        if (size == 0) {
            return Optional.empty();
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return Optional.of(values[Math.max(0, (int) Math.ceil(share * size) - 1)]);
    }
}
