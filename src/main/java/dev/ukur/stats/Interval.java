package dev.ukur.stats;

/**
 * Two ends between which a value lies, 95 % unless its maker says otherwise.
 *
 * @param low the lower end, not above {@code high}; may be minus infinity
 * @param high the upper end; may be infinite
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** Whether a value lies between the ends or on one of them. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /**
     * Where one value less another lies, from an interval of each, of independent samples: the variances on the side of the
     * difference are recovered from the ends. Of two Wilson intervals it is Newcombe's. Source: Zou and Donner 2008, Statistics
     * in Medicine 27:1693.
     *
     * @param value inside this interval
     * @param other the other value, inside {@code its}
     */
    public Interval less(double value, double other, Interval its) {
        double difference = value - other;
        return new Interval(
                difference - Math.hypot(value - low, its.high - other),
                difference + Math.hypot(high - value, other - its.low));
    }

    /** The distance between the ends. */
    public double width() {
        return high - low;
    }
}
