package dev.ukur.kpis;

import java.util.List;
import java.util.Optional;

/**
 * By how much a number changes from one period to the next without any reason: the root mean square of its changes. Four of
 * five changes keep within 1.28 times as much.
 */
final class UsualChange {

    private static final double USUAL = 1.28;
    private static final int LEAST_CHANGES = 4;

    private UsualChange() {}

    /** How far a change may go and still be chance, of values in a row; empty when they are too few to tell. */
    static Optional<Double> reach(List<Double> values) {
        if (values.size() <= LEAST_CHANGES) {
            return Optional.empty();
        }
        double squares = 0;
        for (int t = 1; t < values.size(); t++) {
            squares += Math.pow(values.get(t) - values.get(t - 1), 2);
        }
        return Optional.of(USUAL * Math.sqrt(squares / (values.size() - 1)));
    }
}
