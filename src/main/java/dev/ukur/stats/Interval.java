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

    /** The distance between the ends. */
    public double width() {
        return high - low;
    }
}
