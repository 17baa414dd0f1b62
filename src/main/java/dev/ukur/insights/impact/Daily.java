package dev.ukur.insights.impact;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Series;
import dev.ukur.insights.Subject;
import dev.ukur.metrics.Answer;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number a day, the longest run of known days that holds most of what is asked about.
 *
 * @param first the first day
 * @param values one a day
 * @param closed days of a run of three or more zeros in a number that is hardly ever 0: nobody was open, or nothing counted
 * @param answer for the provenance
 */
record Daily(LocalDate first, double[] values, boolean[] closed, Answer answer) {

    private static final int CLOSED_RUN = 3;
    private static final double SELDOM = 0.1;

    /** The run of known days with the most of the days wanted; the longest of those; empty without any day. */
    static Optional<Daily> of(Desk desk, Subject subject, List<Period> wanted) {
        Series series = Series.of(desk, subject, Grain.DAY);
        List<Series.Point> points = series.points();
        int best = -1;
        int bestEnd = -1;
        long bestHeld = -1;
        int start = 0;
        for (int i = 1; i <= points.size(); i++) {
            boolean ends = i == points.size()
                    || !points.get(i)
                            .period()
                            .first()
                            .equals(points.get(i - 1).period().first().plusDays(1));
            if (ends) {
                long held = held(points.subList(start, i), wanted);
                if (held > bestHeld || held == bestHeld && i - start > bestEnd - best) {
                    best = start;
                    bestEnd = i;
                    bestHeld = held;
                }
                start = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        double[] values = points.subList(best, bestEnd).stream()
                .mapToDouble(Series.Point::value)
                .toArray();
        return Optional.of(new Daily(points.get(best).period().first(), values, closed(values), series.answer()));
    }

    int days() {
        return values.length;
    }

    LocalDate last() {
        return first.plusDays(values.length - 1L);
    }

    /** Where a day stands; before 0 or beyond the last outside of the run. */
    int index(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }

    boolean holds(LocalDate day) {
        int at = index(day);
        return at >= 0 && at < values.length;
    }

    boolean isClosed(LocalDate day) {
        return holds(day) && closed[index(day)];
    }

    /** Whether the number of a day is known but not final. */
    boolean isOpen(LocalDate day) {
        return answer.meta().unsettled().stream().anyMatch(one -> one.period().equals(Optional.of(day)));
    }

    /** A part of it, by position. */
    Daily between(int from, int to) {
        return new Daily(
                first.plusDays(from),
                Arrays.copyOfRange(values, from, to),
                Arrays.copyOfRange(closed, from, to),
                answer);
    }

    private static long held(List<Series.Point> run, List<Period> wanted) {
        return run.stream()
                .filter(point -> wanted.stream()
                        .anyMatch(days -> days.holds(point.period().first())))
                .count();
    }

    private static boolean[] closed(double[] values) {
        boolean[] closed = new boolean[values.length];
        long zeros = Arrays.stream(values).filter(value -> value == 0).count();
        if (zeros > SELDOM * values.length) {
            return closed;
        }
        int run = 0;
        for (int i = 0; i <= values.length; i++) {
            if (i < values.length && values[i] == 0) {
                run++;
                continue;
            }
            if (run >= CLOSED_RUN) {
                Arrays.fill(closed, i - run, i, true);
            }
            run = 0;
        }
        return closed;
    }
}
