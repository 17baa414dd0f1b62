package dev.ukur.insights.benchmark;

import dev.ukur.insights.Series.Point;
import dev.ukur.model.Direction;
import java.util.List;

/**
 * One period among those before it. Ranks count from 1, the best first; the highest first where no direction is better.
 *
 * @param now the period asked about
 * @param before the periods it is compared with, oldest first
 * @param direction which way the metric gets better
 */
record OwnHistory(Point now, List<Point> before, Direction direction) {

    static final int LEAST = 3;
    static final int MOST = 12;
    /** From so many periods on, lying beyond all of them is more than chance: 2 in 13 if nothing had changed. */
    private static final int ENOUGH = 11;

    OwnHistory {
        before = List.copyOf(before.subList(Math.max(0, before.size() - MOST), before.size()));
    }

    /** Whether there are enough earlier periods to speak of what is usual. */
    boolean speaks() {
        return before.size() >= LEAST;
    }

    /** What is usual: the median of the earlier periods. */
    double usual() {
        double[] values = before.stream().mapToDouble(Point::value).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** The place of the period among all, by its value. */
    int rank() {
        return 1
                + (int) before.stream()
                        .filter(point -> beats(point.value(), now.value()))
                        .count();
    }

    /** The best place it may have: periods count as better only when the intervals do not touch. */
    int bestRank() {
        return 1
                + (int) before.stream()
                        .filter(point -> clearlyBeats(point, now))
                        .count();
    }

    /** The worst place it may have. */
    int worstRank() {
        return 1
                + before.size()
                - (int) before.stream()
                        .filter(point -> clearlyBeats(now, point))
                        .count();
    }

    /** Whether its place may be another one, because the numbers have intervals. */
    boolean hasIntervals() {
        return now.interval().isPresent()
                && before.stream().allMatch(point -> point.interval().isPresent());
    }

    /** Whether it differs from what is usual by more than chance. */
    boolean differs() {
        if (now.interval().isPresent()) {
            return !now.interval().get().holds(usual());
        }
        return before.size() >= ENOUGH && (rank() == 1 || rank() == before.size() + 1);
    }

    private boolean clearlyBeats(Point one, Point other) {
        if (one.interval().isEmpty() || other.interval().isEmpty()) {
            return beats(one.value(), other.value());
        }
        return direction == Direction.DOWN
                ? one.interval().get().high() < other.interval().get().low()
                : one.interval().get().low() > other.interval().get().high();
    }

    private boolean beats(double one, double other) {
        return direction == Direction.DOWN ? one < other : one > other;
    }
}
