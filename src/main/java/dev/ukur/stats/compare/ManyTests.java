package dev.ukur.stats.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts the p-values of many comparisons made at once. */
public final class ManyTests {

    private ManyTests() {}

    /**
     * Benjamini and Hochberg's q-values: the smallest share of false discoveries at which each test still counts. The
     * k-th smallest of m p-values gets {@code min over j >= k of p(j) m / j}. Source: Benjamini and Hochberg 1995.
     *
     * @param p each 0..1, in any order
     * @return q-values in the same order; a test counts at rate q when its value is at most q
     */
    public static double[] benjaminiHochberg(double... p) {
        check(p);
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int i = ascending[rank - 1];
            least = Math.min(least, p[i] * p.length / rank);
            q[i] = least;
        }
        return q;
    }

    /** Bonferroni's adjustment: each p-value times their number, at most 1. It guards against even one false alarm. */
    public static double[] bonferroni(double... p) {
        check(p);
        return Arrays.stream(p).map(one -> Math.min(1, one * p.length)).toArray();
    }

    private static void check(double[] p) {
        for (double one : p) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException(one + " is no p-value");
            }
        }
    }
}
