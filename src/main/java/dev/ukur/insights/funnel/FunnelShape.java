package dev.ukur.insights.funnel;

import java.time.Duration;
import java.util.List;

/**
 * The order in which steps count, and how long they may take.
 *
 * @param optional for each step, whether a later one may follow without it; never the first or the last
 * @param window how long the way may take
 */
record FunnelShape(List<Boolean> optional, Window window) {

    /** Steps are told apart by the bits of a number, beside the segment. */
    static final int MOST_STEPS = 16;

    /**
     * How long the way may take. Both ends count: a step exactly as long after as allowed is in time.
     *
     * @param length at least a second
     * @param from what it is counted from
     */
    record Window(Duration length, From from) {

        long micros() {
            return Math.multiplyExact(length.getSeconds(), 1_000_000L);
        }
    }

    /** What a window is counted from. */
    enum From {
        /** Every step lies within the window after the first one. */
        FIRST_STEP,
        /** Every step lies within the window after the step before it. */
        STEP_BEFORE
    }

    FunnelShape {
        optional = List.copyOf(optional);
        if (optional.size() < 2 || optional.size() > MOST_STEPS) {
            throw new IllegalArgumentException("a funnel has 2 to " + MOST_STEPS + " steps, not " + optional.size());
        }
        if (optional.get(0) || optional.get(optional.size() - 1)) {
            throw new IllegalArgumentException("the first and the last step are not optional");
        }
    }

    /** Steps that all must be done. */
    static FunnelShape of(int steps, Window window) {
        return new FunnelShape(java.util.Collections.nCopies(steps, false), window);
    }

    int steps() {
        return optional.size();
    }

    /** The earliest step that may directly precede one: the last that must be done before it. */
    int firstBefore(int step) {
        int before = step - 1;
        while (optional.get(before)) {
            before--;
        }
        return before;
    }
}
