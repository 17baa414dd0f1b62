package dev.ukur.stats.customer;

/** Sorts places by keys that are not negative, digit by digit from the lowest: equal keys keep their order. */
final class Digits {

    private static final int BITS = 11;
    private static final int BASE = 1 << BITS;

    private Digits() {}

    /**
     * The places in the order of their keys.
     *
     * @param places not changed
     * @param keys by place, each at least 0
     */
    static int[] sort(int[] places, long[] keys) {
        int[] sorted = places.clone();
        int[] other = new int[places.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] ends = ends(keys, shift);
            if (!isOneDigit(ends, keys.length)) {
                for (int i = sorted.length - 1; i >= 0; i--) {
                    other[--ends[digit(keys[sorted[i]], shift)]] = sorted[i];
                }
                int[] swap = sorted;
                sorted = other;
                other = swap;
            }
        }
        return sorted;
    }

    /** Where the places of each digit end. */
    private static int[] ends(long[] keys, int shift) {
        int[] ends = new int[BASE];
        for (long key : keys) {
            ends[digit(key, shift)]++;
        }
        for (int digit = 1; digit < BASE; digit++) {
            ends[digit] += ends[digit - 1];
        }
        return ends;
    }

    private static boolean isOneDigit(int[] ends, int size) {
        for (int end : ends) {
            if (end != 0) {
                return end == size;
            }
        }
        return true;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & BASE - 1;
    }
}
