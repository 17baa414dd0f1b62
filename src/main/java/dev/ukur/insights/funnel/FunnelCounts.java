package dev.ukur.insights.funnel;

import java.util.Arrays;
import java.util.Optional;

/** What a pass counted, by segment and step. */
final class FunnelCounts {

    private static final long DAY = 86_400_000_000L;

    private final int steps;
    private final long end;
    private final long window;
    private final long[][] did;
    private final long[][] reached;
    private final long[][] skipped;
    private final long[] waiting;
    private final long[][] silentDays;
    private final Times[] gaps;

    /**
     * A visitor that has gone by.
     *
     * @param segment of the first entry; 0 without one
     * @param done bits of the steps done, in any order
     * @param reached bits of the steps reached in order and in time
     * @param lastSeen the last happening of all steps
     * @param counted what the window of the next step would be counted from
     */
    record Visitor(int segment, int done, int reached, long lastSeen, long counted) {}

    /**
     * Nothing counted yet.
     *
     * @param end the moment up to which data are known, in microseconds
     */
    FunnelCounts(FunnelShape shape, int segments, long end) {
        this.steps = shape.steps();
        this.end = end;
        this.window = shape.window().micros();
        this.did = new long[segments][steps];
        this.reached = new long[segments][steps];
        this.skipped = new long[segments][steps];
        this.waiting = new long[steps];
        this.silentDays = new long[steps][0];
        this.gaps = new Times[steps];
        for (int step = 0; step < steps; step++) {
            gaps[step] = new Times();
        }
    }

    void gap(int step, long micros) {
        gaps[step].add(micros);
    }

    void visitor(Visitor visitor) {
        int deepest = 31 - Integer.numberOfLeadingZeros(visitor.reached());
        for (int step = 0; step < steps; step++) {
            did[visitor.segment()][step] += visitor.done() >> step & 1;
            int here = visitor.reached() >> step & 1;
            reached[visitor.segment()][step] += here;
            skipped[visitor.segment()][step] += here == 0 && step < deepest ? 1 : 0;
        }
        if (deepest >= 0 && deepest < steps - 1) {
            waiting[deepest] += end - visitor.counted() <= window ? 1 : 0;
            silent(deepest, (int) (Math.max(0, end - visitor.lastSeen()) / DAY));
        }
    }

    private void silent(int step, int days) {
        if (days >= silentDays[step].length) {
            silentDays[step] = Arrays.copyOf(silentDays[step], days + 8);
        }
        silentDays[step][days]++;
    }

    int segments() {
        return reached.length;
    }

    int steps() {
        return steps;
    }

    /** Visitors of a segment who reached a step in order and in time. */
    long reached(int segment, int step) {
        return reached[segment][step];
    }

    /** Visitors who reached a step. */
    long reached(int step) {
        return sum(reached, step);
    }

    /** Visitors who did a step at all, in any order. */
    long did(int step) {
        return sum(did, step);
    }

    /** Visitors who reached a later step without this one. */
    long skipped(int step) {
        return sum(skipped, step);
    }

    /** Visitors whose furthest step this is. */
    long stopped(int step) {
        return Arrays.stream(silentDays[step]).sum();
    }

    /** Of those whose furthest step this is, how many still have time to go on. */
    long waiting(int step) {
        return waiting[step];
    }

    /** Of those whose furthest step this is, how many have been silent for at least so many days. */
    long silentFor(int step, int days) {
        return Arrays.stream(silentDays[step]).skip(days).sum();
    }

    /** The days of silence that half of those whose furthest step this is have reached; empty without any. */
    Optional<Integer> typicalSilence(int step) {
        long half = (stopped(step) + 1) / 2;
        long sum = 0;
        for (int days = 0; days < silentDays[step].length; days++) {
            sum += silentDays[step][days];
            if (sum >= half && half > 0) {
                return Optional.of(days);
            }
        }
        return Optional.empty();
    }

    /** The times between a step and the one before it, of those who reached it, each visitor once. */
    Times gaps(int step) {
        return gaps[step];
    }

    private static long sum(long[][] bySegment, int step) {
        return Arrays.stream(bySegment).mapToLong(of -> of[step]).sum();
    }
}
