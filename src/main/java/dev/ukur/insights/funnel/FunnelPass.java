package dev.ukur.insights.funnel;

import dev.ukur.store.QueryEngine;
import java.util.Arrays;

/**
 * One exact pass over the happenings of all visitors, ordered by visitor and time. A step is reached when the steps
 * before it were, in order and within the window, from any start and not only the first. For each step it is enough to
 * remember the chain that began last: whatever another chain still reaches in time, that one reaches too.
 *
 * <p>Rows are three numbers: the visitor, the time in microseconds, and what happened: bit k for step k, the segment from
 * bit {@value #SEGMENT_SHIFT} on. One happening that is several steps moves a visitor one step only. Happenings of the
 * same moment count in order of their steps. Rows out of order end the pass: engines have been seen to lose an order
 * that they promised.
 */
final class FunnelPass implements QueryEngine.BlockVisitor {

    static final int SEGMENT_SHIFT = 16;
    private static final int STEP_BITS = (1 << SEGMENT_SHIFT) - 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final int steps;
    private final int[] firstBefore;
    private final long window;
    private final boolean fromFirst;
    private final FunnelCounts counts;

    private final long[] start;
    private final long[] last;
    private int done;
    private int reached;
    private int segment;
    private long visitor = NEVER;
    private long now;

    FunnelPass(FunnelShape shape, FunnelCounts counts) {
        this.steps = shape.steps();
        this.firstBefore = new int[steps];
        for (int step = 1; step < steps; step++) {
            firstBefore[step] = shape.firstBefore(step);
        }
        this.window = shape.window().micros();
        this.fromFirst = shape.window().from() == Window.From.FIRST_STEP;
        this.counts = counts;
        this.start = new long[steps];
        this.last = new long[steps];
    }

    @Override
    public void block(long[][] columns, int rows) {
        long[] visitors = columns[0];
        long[] times = columns[1];
        long[] happened = columns[2];
        for (int row = 0; row < rows; row++) {
            if (visitors[row] != visitor) {
                next(visitors[row]);
            } else if (times[row] < now) {
                throw new IllegalStateException("rows are not in order of time");
            }
            now = times[row];
            int bits = (int) (happened[row] & STEP_BITS);
            if (bits == 1) {
                enter(happened[row]);
            } else {
                happen(bits, happened[row]);
            }
        }
    }

    /** Counts the last visitor; to be called once, after the last row. */
    FunnelCounts end() {
        leave();
        visitor = NEVER;
        return counts;
    }

    private void next(long visitor) {
        if (visitor < this.visitor || visitor < 0) {
            throw new IllegalStateException("rows are not in order of visitors");
        }
        leave();
        this.visitor = visitor;
        done = 0;
        reached = 0;
        segment = 0;
        Arrays.fill(start, NEVER);
    }

    private void leave() {
        if (visitor != NEVER) {
            counts.visitor(new FunnelCounts.Visitor(segment, done, reached, now, deepestStart()));
        }
    }

    private long deepestStart() {
        if (reached == 0) {
            return now;
        }
        int deepest = 31 - Integer.numberOfLeadingZeros(reached);
        return fromFirst ? start[deepest] : last[deepest];
    }

    private void enter(long happened) {
        if (reached == 0) {
            segment = (int) (happened >> SEGMENT_SHIFT);
        }
        done |= 1;
        reached |= 1;
        start[0] = now;
        last[0] = now;
    }

    /** From the last step to the first, so that one happening never moves a visitor twice. */
    private void happen(int bits, long happened) {
        done |= bits;
        for (int step = steps - 1; step > 0; step--) {
            if ((bits >> step & 1) != 0) {
                reach(step);
            }
        }
        if ((bits & 1) != 0) {
            enter(happened);
        }
    }

    private void reach(int step) {
        int best = -1;
        for (int before = step - 1; before >= firstBefore[step]; before--) {
            boolean inTime = start[before] != NEVER && now - counted(before) <= window;
            if (inTime && (best < 0 || counted(before) > counted(best))) {
                best = before;
            }
        }
        if (best < 0) {
            return;
        }
        if ((reached >> step & 1) == 0) {
            reached |= 1 << step;
            counts.gap(step, now - last[best]);
        }
        if (!fromFirst || start[best] > start[step]) {
            start[step] = start[best];
            last[step] = now;
        }
    }

    /** What the window of the next step is counted from. */
    private long counted(int step) {
        return fromFirst ? start[step] : last[step];
    }
}
