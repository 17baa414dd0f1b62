package dev.ukur.stats.forecast;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What comes in the next days of a daily series with a known {@link DayShape}: the level of the last weeks times what the
 * days to come are worth. How fast older days fade is chosen by rolling origin for the very number of days asked for, and
 * the width of what is said is the root mean square of the relative errors there.
 */
public final class DayCourse {

    /** With fewer days there is no telling a weekday from chance. */
    public static final int LEAST_DAYS = 56;

    private static final String NAME = "day shape";
    private static final double[] HALF_LIVES = {7, 14, 28, 56};
    private static final int FIRST_ORIGIN = 42;
    private static final int LEAST_ORIGINS = 6;
    private static final int MOST_ORIGINS = 80;
    private static final int EVERY = 3;
    private static final double LEAST_DF = 4;

    private final double[] values;
    private final double[] worth;

    private DayCourse(double[] values, double[] worth) {
        this.values = values;
        this.worth = worth;
    }

    /**
     * A course.
     *
     * @param values the days known, oldest first, not negative; NaN where not known
     * @param worth of each day known, and of as many days after them as will be asked for
     */
    public static DayCourse of(double[] values, double[] worth) {
        return new DayCourse(values, worth);
    }

    /**
     * The sum of the next days as a distribution of one step; empty when the series is too short to judge such a sum.
     *
     * @param days how many, from 1
     */
    public Optional<Prognosis> next(int days) {
        int n = values.length;
        if (n < LEAST_DAYS || days < 1 || n + days > worth.length) {
            return Optional.empty();
        }
        Trial best = null;
        for (double halfLife : HALF_LIVES) {
            Trial trial = trial(halfLife, days);
            best = best == null || trial.square() < best.square() ? trial : best;
        }
        if (best == null || best.origins() < LEAST_ORIGINS) {
            return Optional.empty();
        }
        double mean = best.level() * sum(worth, n, n + days);
        double alone = Math.max(LEAST_DF, best.origins() * (double) EVERY / days);
        double spread = mean * Math.sqrt(best.square() * (1 + 1 / alone));
        return Optional.of(
                new Prognosis(NAME, new double[] {mean}, new double[] {spread}, alone, Map.of(NAME, spread)));
    }

    /** How one half-life did: mean square of relative errors, from how many moments, and the level now. */
    private record Trial(double square, int origins, double level) {}

    private Trial trial(double halfLife, int days) {
        double keep = Math.pow(0.5, 1 / halfLife);
        int last = values.length - days;
        int first = Math.max(FIRST_ORIGIN, last - MOST_ORIGINS * EVERY);
        double came = 0;
        double expected = 0;
        double squares = 0;
        int origins = 0;
        for (int day = 0; day < values.length; day++) {
            if (!Double.isNaN(values[day])) {
                came = came * keep + values[day];
                expected = expected * keep + worth[day];
            }
            int end = day + 1;
            if (end >= first && end <= last && (last - end) % EVERY == 0) {
                double actual = sum(values, end, end + days);
                double said = expected > 0 ? came / expected * sum(worth, end, end + days) : 0;
                if (said > 0 && !Double.isNaN(actual)) {
                    squares += Math.pow(actual / said - 1, 2);
                    origins++;
                }
            }
        }
        double square = origins == 0 ? Double.MAX_VALUE : squares / origins;
        return new Trial(square, origins, expected > 0 ? came / expected : 0);
    }

    private static double sum(double[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).sum();
    }
}
