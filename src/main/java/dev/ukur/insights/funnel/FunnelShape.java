package dev.ukur.insights.funnel;

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
