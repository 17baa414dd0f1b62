package dev.ukur.stats.attribution;

import java.util.Optional;

/**
 * The channels of one way to a conversion or to nothing, in order, and how often it was gone. Arrays are not copied: a
 * million paths pass through here.
 *
 * @param touches numbers of channels, from 0; at least one
 * @param daysBefore for each touch, how many days before the end it was; empty when not known
 * @param conversions how often it ended in a conversion
 * @param value of those conversions together
 * @param nulls how often it ended in nothing
 */
public record Path(int[] touches, Optional<double[]> daysBefore, double conversions, double value, double nulls) {

    public Path {
        if (touches.length == 0) {
            throw new IllegalArgumentException("a path has at least one touch");
        }
        if (daysBefore.isPresent() && daysBefore.get().length != touches.length) {
            throw new IllegalArgumentException("each touch has its time, or none has");
        }
        if (!(conversions >= 0) || !(nulls >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "no path with " + conversions + " conversions of " + value + " and " + nulls + " without");
        }
    }

    /** A path whose times are not known. */
    public static Path of(int[] touches, double conversions, double value, double nulls) {
        return new Path(touches, Optional.empty(), conversions, value, nulls);
    }
}
