package dev.ukur.delivery.report;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;

/** What a change between two periods means for the goal. */
public enum Verdict {
    BETTER,
    WORSE,
    /** One of the two values lies inside the other's 95 % interval: the data cannot tell them apart. */
    NOISE,
    SAME,
    /** The metric has no good direction, or the change is not known. */
    OPEN;

    /** The verdict on a change from one value to the next; open when either is unknown. */
    static Verdict of(Direction direction, Value previous, Value now) {
        if (previous.value().isEmpty() || now.value().isEmpty()) {
            return OPEN;
        }
        double change = now.value().get() - previous.value().get();
        if (change == 0) {
            return SAME;
        }
        return within(previous.value().get(), now) || within(now.value().get(), previous)
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
