package dev.ukur.delivery.report;

import dev.ukur.i18n.Formats;
import dev.ukur.model.MetricUnit;
import java.util.Collection;
import java.util.stream.DoubleStream;

/**
 * How numbers are written that stand below each other: with as many decimals each, so that the eye compares them downwards. Shares
 * have two where at least half of them are under 10 %, else one; none where all are whole.
 */
public final class EvenColumn {

    private static final double PERCENT = 100;
    private static final double SMALL_SHARE = 0.1;
    /** Counts from here on are written whole where they stand alone. */
    private static final double LARGE_COUNT = 100;

    private EvenColumn() {}

    /** The forms for the numbers of one unit in a column. */
    public static Formats of(Formats formats, MetricUnit unit, Collection<Double> values) {
        double[] sizes =
                values.stream().mapToDouble(Math::abs).filter(size -> size > 0).toArray();
        return switch (unit) {
            case SHARE -> formats.even(ofShares(sizes));
            case RATIO -> formats.even(areWhole(DoubleStream.of(sizes), 2) ? 0 : 2);
            case COUNT -> formats.even(ofCounts(sizes));
            case MONEY, DAYS, SECONDS -> formats;
        };
    }

    private static int ofShares(double[] sizes) {
        if (areWhole(DoubleStream.of(sizes).map(size -> size * PERCENT), 2)) {
            return 0;
        }
        long small = DoubleStream.of(sizes).filter(size -> size < SMALL_SHARE).count();
        return 2 * small >= sizes.length ? 2 : 1;
    }

    private static int ofCounts(double[] sizes) {
        return areWhole(DoubleStream.of(sizes).filter(size -> size < LARGE_COUNT), 1) ? 0 : 1;
    }

    /** Whether numbers have no digit among their first decimals. */
    private static boolean areWhole(DoubleStream sizes, int decimals) {
        double steps = Math.pow(10, decimals);
        return sizes.allMatch(size -> Math.round(size * steps) % Math.round(steps) == 0);
    }
}
