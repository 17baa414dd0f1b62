package dev.ukur.stats.impact;

/**
 * The difference between the mean of marked values and that of the others, against all other ways to mark as many: how
 * many differ at least as much, in either direction.
 *
 * @param difference the mean of the marked values minus that of the others
 * @param p the share of arrangements that differ at least as much, the observed one among them
 * @param arrangements how many were looked at
 * @param exact whether these were all there are
 */
public record Permutation(double difference, double p, long arrangements, boolean exact) {

    /** Up to so many arrangements all are looked at. */
    static final long EXACT = 10_000;

    static final int DRAWS = 9_999;
    static final long SEED = 20_260_101L;
    /** Differences equal up to rounding count as equal. */
    static final double SAME = 1e-9;

    /** All arrangements, or 9,999 drawn ones with {@code p = (1 + hits) / (1 + draws)}. */
    public static Permutation of(double[] values, boolean[] marked) {
        Arrangements arrangements = new Arrangements(values.length, places(marked));
        return arrangements.compare(chosen -> {
            boolean[] marks = new boolean[values.length];
            for (int place : chosen) {
                marks[place] = true;
            }
            return difference(values, marks);
        });
    }

    /** The marks shifted around the series as a ring: all shifts, for values that depend on their neighbours. */
    public static Permutation shifted(double[] values, boolean[] marked) {
        places(marked);
        double observed = difference(values, marked);
        int hits = 0;
        for (int shift = 0; shift < values.length; shift++) {
            boolean[] moved = new boolean[values.length];
            for (int i = 0; i < values.length; i++) {
                moved[(i + shift) % values.length] = marked[i];
            }
            hits += reaches(difference(values, moved), observed) ? 1 : 0;
        }
        return new Permutation(observed, hits / (double) values.length, values.length, true);
    }

    static boolean reaches(double difference, double observed) {
        return Math.abs(difference) >= Math.abs(observed) * (1 - SAME) - 1e-15;
    }

    static double difference(double[] values, boolean[] marked) {
        double with = 0;
        double without = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (marked[i]) {
                with += values[i];
                count++;
            } else {
                without += values[i];
            }
        }
        return with / count - without / (values.length - count);
    }

    /** Where the marks are. */
    static int[] places(boolean[] marked) {
        int[] places = java.util.stream.IntStream.range(0, marked.length)
                .filter(i -> marked[i])
                .toArray();
        if (places.length == 0 || places.length == marked.length) {
            throw new IllegalArgumentException("some values are marked and some are not, or nothing can be compared");
        }
        return places;
    }
}
