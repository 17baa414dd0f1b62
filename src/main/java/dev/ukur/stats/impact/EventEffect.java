package dev.ukur.stats.impact;

import dev.ukur.stats.Interval;
import dev.ukur.stats.Normal;
import dev.ukur.stats.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * The effect of event days beyond weekday, trend, season and other events, with an interval from placebos: the same
 * pattern of days laid on other weeks of the same series, after the effect was taken out. Where the days of a week
 * resemble each other the placebos spread more, and so does the interval; a formula for independent days would not know.
 *
 * @param effect a day, from one regression with all events in it
 * @param interval 95 %: the effect less the outer quantiles of the placebos
 * @param test of the difference between event days and others, by exchanging whole weeks
 * @param placebos the effects found where there was none, in ascending order
 */
public record EventEffect(double effect, Interval interval, Permutation test, double[] placebos) {

    private static final int WEEK = 7;
    private static final int DRAWS = 999;
    private static final double LEAST_OWN_SHARE = 0.05;

    /**
     * Estimates.
     *
     * @param values one for each day, without gaps
     * @param event the days asked about
     * @param others days of other events, one row an event; what they did is taken out. May have no rows
     * @throws IllegalArgumentException with too few other days, or when the event days cannot be told from weekdays, months
     *     or the other events
     */
    public static EventEffect of(double[] values, boolean[] event, boolean[][] others) {
        Permutation.places(event);
        Projection calendar = new Projection(with(EventDays.calendar(values.length), others));
        double[] own = calendar.residuals(marks(event));
        double weight = square(own);
        if (weight < LEAST_OWN_SHARE * square(marks(event))) {
            throw new IllegalArgumentException("event days cannot be told from weekdays, months or other events");
        }
        double[] left = calendar.residuals(values);
        double effect = product(own, left) / weight;
        double[] clean = new double[values.length];
        Arrays.setAll(clean, i -> left[i] - effect * own[i]);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, i -> values[i] - (event[i] ? effect : 0));
        double[] without = others.length == 0 ? values : without(values, rest, calendar);
        EventDays days = EventDays.of(without, event);
        double[] placebos = placebos(calendar, clean, event);
        double freedom = widening(days.weeks(), event);
        Interval interval = new Interval(
                effect - freedom * quantile(placebos, 0.975), effect - freedom * quantile(placebos, 0.025));
        return new EventEffect(effect, interval, days.test(), placebos);
    }

    /** The share of placebos at least as far from 0. */
    public double placeboShare() {
        return Arrays.stream(placebos)
                        .filter(placebo -> Math.abs(placebo) >= Math.abs(effect))
                        .count()
                / (double) placebos.length;
    }

    /** A quantile of sorted values, between neighbours in proportion. */
    public static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Weeks, not days, are the independent ones, and those with event days were used up by the estimate. */
    private static double widening(int weeks, boolean[] event) {
        long used = IntStream.range(0, event.length)
                .filter(day -> event[day])
                .map(day -> day / WEEK)
                .distinct()
                .count();
        double free = Math.max(1, weeks - used);
        return Math.sqrt(weeks / free)
                * new StudentT(free).quantile(0.975)
                / Normal.standard().quantile(0.975);
    }

    /**
     * The values with what other events did taken out, for the exchange of weeks.
     *
     * @param rest the values without the effect
     * @param together what calendar and other events explain
     */
    private static double[] without(double[] values, double[] rest, Projection together) {
        double[] alone = new Projection(EventDays.calendar(values.length)).residuals(rest);
        double[] left = together.residuals(rest);
        double[] without = new double[values.length];
        Arrays.setAll(without, i -> values[i] - (alone[i] - left[i]));
        return without;
    }

    private static double[] placebos(Projection calendar, double[] clean, boolean[] event) {
        int offset = EventDays.offset(event);
        int weeks = (event.length - offset) / WEEK;
        List<boolean[]> patterns = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            boolean[] pattern = Arrays.copyOfRange(event, offset + week * WEEK, offset + (week + 1) * WEEK);
            for (boolean marked : pattern) {
                if (marked) {
                    patterns.add(pattern);
                    break;
                }
            }
        }
        SplittableRandom random = new SplittableRandom(Permutation.SEED);
        int[] places = new int[weeks];
        Arrays.setAll(places, i -> i);
        double[] effects = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            IntStream.Builder marked = IntStream.builder();
            for (int i = 0; i < patterns.size(); i++) {
                int other = random.nextInt(i, weeks);
                int place = places[i];
                places[i] = places[other];
                places[other] = place;
                for (int day = 0; day < WEEK; day++) {
                    if (patterns.get(i)[day]) {
                        marked.add(offset + places[i] * WEEK + day);
                    }
                }
            }
            int[] days = marked.build().sorted().toArray();
            double weight = calendar.residualSquare(days);
            effects[draw] = weight < 1e-9 ? 0 : sum(clean, days) / weight;
        }
        Arrays.sort(effects);
        return effects;
    }

    private static double[][] with(double[][] calendar, boolean[][] others) {
        double[][] rows = new double[calendar.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(calendar[i], calendar[i].length + others.length);
            for (int j = 0; j < others.length; j++) {
                rows[i][calendar[i].length + j] = others[j][i] ? 1 : 0;
            }
        }
        return rows;
    }

    private static double[] marks(boolean[] event) {
        double[] marks = new double[event.length];
        Arrays.setAll(marks, i -> event[i] ? 1 : 0);
        return marks;
    }

    private static double square(double[] values) {
        return product(values, values);
    }

    private static double sum(double[] values, int[] days) {
        double sum = 0;
        for (int day : days) {
            sum += values[day];
        }
        return sum;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** What some columns do not explain of a series, by an orthonormal base of them (modified Gram and Schmidt). */
    private static final class Projection {

        private final List<double[]> base = new ArrayList<>();

        Projection(double[][] rows) {
            RealMatrix columns = new Array2DRowRealMatrix(rows, false);
            for (int j = 0; j < columns.getColumnDimension(); j++) {
                double[] column = columns.getColumn(j);
                double before = square(column);
                double[] rest = residuals(residuals(column)); // twice, against rounding
                double norm = Math.sqrt(square(rest));
                if (norm > 1e-9 * Math.sqrt(Math.max(before, 1e-300)) && norm > 1e-9) {
                    base.add(Arrays.stream(rest).map(value -> value / norm).toArray());
                }
            }
        }

        double[] residuals(double[] values) {
            double[] rest = values.clone();
            for (double[] unit : base) {
                double along = product(unit, rest);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= along * unit[i];
                }
            }
            return rest;
        }

        /** The square of what is left of a series that is 1 on some days, in order, and 0 on all others, which add nothing. */
        double residualSquare(int[] days) {
            double left = days.length;
            for (double[] unit : base) {
                left -= Math.pow(sum(unit, days), 2);
            }
            return left;
        }
    }
}
