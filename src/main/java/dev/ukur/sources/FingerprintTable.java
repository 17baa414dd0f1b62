package dev.ukur.sources;

/** Fingerprints to fingerprints, 16 to 32 bytes an entry, so that a file of ten million rows is kept within memory. */
final class FingerprintTable {

    /** Marks a free place; a key of this value is kept as its neighbour. */
    private static final long FREE = 0;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /** Keeps a value under a key unless the key is taken; answers whether it was free. */
    boolean putIfAbsent(long key, long value) {
        int place = place(keys, plain(key));
        if (keys[place] != FREE) {
            return false;
        }
        keys[place] = plain(key);
        values[place] = value;
        size++;
        if (size > keys.length / 4 * 3) {
            grow();
        }
        return true;
    }

    /** Keeps a value under a key, whether or not it is taken; answers the value before, 0 when there was none. */
    long put(long key, long value) {
        if (putIfAbsent(key, value)) {
            return 0;
        }
        int place = place(keys, plain(key));
        long before = values[place];
        values[place] = value;
        return before;
    }

    /** The value under a key; 0 when there is none. */
    long get(long key) {
        return values[place(keys, plain(key))];
    }

    private static long plain(long key) {
        return key == FREE ? 1 : key;
    }

    /** Where a key lies, or the free place where it belongs. */
    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int place = (int) (key ^ key >>> 32) & mask;
        while (keys[place] != FREE && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = place(keys, oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
