package dev.ukur.insights.attribution;

import dev.ukur.stats.attribution.Journeys;
import dev.ukur.stats.attribution.Path;
import dev.ukur.store.QueryEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One pass over the visits and conversions of all persons, ordered by person and time. The path of a conversion holds the
 * visits since the conversion before it, not longer ago than the look-back; a conversion without any stands apart. Visits
 * after the last conversion are a path that ended in nothing.
 */
final class PathPass implements QueryEngine.BlockVisitor {

    private static final double DAY = 86_400_000_000.0;
    private static final double HUNDREDTHS = 100;

    private final long lookback;
    private final long periodStart;
    private final Map<Way, Sums> ways = new LinkedHashMap<>();
    private final Map<Integer, Alone> alone = new TreeMap<>();
    private final List<Path> timed = new ArrayList<>();

    private int[] channels = new int[64];
    private long[] moments = new long[64];
    private int size;
    private boolean inPeriod;
    private long visitor = Long.MIN_VALUE;
    private long now;

    /** A sequence of channels, equal to another by its content. */
    private record Way(int[] touches) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Way way && Arrays.equals(touches, way.touches);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(touches);
        }
    }

    private static final class Sums {
        private double conversions;
        private double value;
        private double nulls;
    }

    /**
     * A pass.
     *
     * @param lookback in microseconds
     * @param periodStart the first moment of the period: earlier visits only lead to conversions in it
     */
    PathPass(long lookback, long periodStart) {
        this.lookback = lookback;
        this.periodStart = periodStart;
    }

    @Override
    public void block(long[][] columns, int rows) {
        for (int row = 0; row < rows; row++) {
            if (columns[0][row] != visitor) {
                next(columns[0][row]);
            } else if (columns[1][row] < now) {
                throw new IllegalStateException("rows are not in order of time");
            }
            now = columns[1][row];
            int what = (int) columns[2][row];
            if (what >= 0) {
                visit(what);
            } else {
                convert(-1 - what, columns[3][row] / HUNDREDTHS);
            }
        }
    }

    private void next(long visitor) {
        if (visitor < this.visitor) {
            throw new IllegalStateException("rows are not in order of visitors");
        }
        leave();
        this.visitor = visitor;
    }

    private void visit(int channel) {
        if (size == channels.length) {
            channels = Arrays.copyOf(channels, 2 * size);
            moments = Arrays.copyOf(moments, 2 * size);
        }
        channels[size] = channel;
        moments[size++] = now;
        inPeriod |= now >= periodStart;
    }

    private void convert(int ownChannel, double value) {
        int from = 0;
        while (from < size && now - moments[from] > lookback) {
            from++;
        }
        if (from == size) {
            alone.merge(ownChannel, new Alone(1, value), Alone::and);
            size = 0;
            return;
        }
        int[] touches = Arrays.copyOfRange(channels, from, size);
        double[] days = new double[touches.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = (now - moments[from + i]) / DAY;
        }
        timed.add(new Path(touches, Optional.of(days), 1, value, 0));
        Sums sums = sums(touches);
        sums.conversions++;
        sums.value += value;
        size = 0;
        inPeriod = false;
    }

    /** Who was seen in the period and did not convert after it. */
    private void leave() {
        if (size > 0 && inPeriod) {
            int from = 0;
            while (moments[size - 1] - moments[from] > lookback) {
                from++;
            }
            sums(Arrays.copyOfRange(channels, from, size)).nulls++;
        }
        size = 0;
        inPeriod = false;
    }

    private Sums sums(int[] touches) {
        return ways.computeIfAbsent(new Way(touches), way -> new Sums());
    }

    /** All paths, equal ones together, without times; to be called after the last row. */
    Journeys together(List<String> names) {
        leave();
        List<Path> paths = new ArrayList<>();
        ways.forEach((way, sums) -> paths.add(Path.of(way.touches(), sums.conversions, sums.value, sums.nulls)));
        return new Journeys(names, paths);
    }

    /** The paths of conversions one by one, with times. */
    Journeys timed(List<String> names) {
        return new Journeys(names, timed);
    }

    /** Conversions without a visit before them, by the channel their own source names; models do not divide them. */
    Map<Integer, Alone> alone() {
        return alone;
    }

    /** Conversions and what they are worth. */
    record Alone(long conversions, double value) {

        private Alone and(Alone other) {
            return new Alone(conversions + other.conversions, value + other.value);
        }
    }
}
