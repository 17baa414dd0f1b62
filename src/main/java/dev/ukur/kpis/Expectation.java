package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.model.Direction;

/** What the value of a period is expected to be if nothing changes, as a distribution. */
interface Expectation {

    /** The ends of the interval that holds the value in 80 of 100 cases. */
    double LOW = 0.1;

    double HIGH = 0.9;

    /** The value not exceeded with probability p, strictly between 0 and 1. */
    double quantile(double p);

    /** The probability that the value is at a level or above. */
    double atLeast(double level);

    /** Median and 80 % interval. */
    default Interval interval() {
        return new Interval(quantile(0.5), quantile(LOW), quantile(HIGH));
    }

    /** The probability that the value is at a target or better. */
    default double chance(double target, Direction direction) {
        return direction == Direction.DOWN ? 1 - atLeast(target) : atLeast(target);
    }
}
