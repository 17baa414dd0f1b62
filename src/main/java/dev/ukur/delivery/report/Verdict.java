package dev.ukur.delivery.report;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import java.util.Optional;

/** What a change between two periods means for the goal. */
public enum Verdict {
    BETTER,
    WORSE,
    /** One of the two values lies inside the other's 95 % interval, or they lie no further apart than neighbours usually do. */
    NOISE,
    SAME,
    /** The metric has no good direction, or the change is not known. */
    OPEN;

    /**
     * The verdict on a change from one value to the next; open when either is unknown.
     *
     * @param noise how far a change may go and still be chance, for values without intervals
     */
    static Verdict of(Direction direction, Value previous, Value now, Optional<Double> noise) {
        if (previous.value().isEmpty() || now.value().isEmpty()) {
            return OPEN;
        }
        double change = now.value().get() - previous.value().get();
        if (change == 0) {
            return SAME;
        }
        boolean small = now.low().isEmpty()
                && noise.filter(reach -> Math.abs(change) <= reach).isPresent();
        return small
                        || within(previous.value().get(), now)
                        || within(now.value().get(), previous)
                ? NOISE
                : of(direction, change);
    }

    /** The verdict on a change whose size is beyond doubt. */
    static Verdict of(Direction direction, double change) {
        if (change == 0) {
            return SAME;
        }
        return switch (direction) {
            case UP -> change > 0 ? BETTER : WORSE;
            case DOWN -> change < 0 ? BETTER : WORSE;
            case NEUTRAL -> OPEN;
        };
    }

    private static boolean within(double value, Value interval) {
        return interval.low().filter(low -> low <= value).isPresent()
                && interval.high().filter(high -> high >= value).isPresent();
    }
}
