package dev.ukur.stats.survival;

/**
 * One duration.
 *
 * @param time how long it was watched, not negative, finite
 * @param ended true when it ended then; false when it still went on (censored)
 */
public record Lifetime(double time, boolean ended) {

    public Lifetime {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("no duration of " + time);
        }
    }
}
