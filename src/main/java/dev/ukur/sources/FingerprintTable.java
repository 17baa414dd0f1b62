package dev.ukur.sources;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints to fingerprints, some 20 to 30 bytes an entry, half of that where all values are 0, so that a file of ten
 * million rows is kept within memory. It grows part by part: at no time is all of it there twice. Keys are spread evenly over
 * all their bits, as fingerprints are.
 */
final class FingerprintTable {

    /** Marks a free place; a key of this value is kept as its neighbour. */
    private static final long FREE = 0;

    private static final int PARTS = 256;

    private final Part[] parts = new Part[PARTS];

    FingerprintTable() {
        Arrays.setAll(parts, any -> new Part());
    }

    /** Keeps a value under a key unless the key is taken; answers whether it was free. */
    boolean putIfAbsent(long key, long value) {
        return part(key).putIfAbsent(plain(key), value);
    }

    /** Keeps a value under a key, whether or not it is taken; answers the value before, 0 when there was none. */
    long put(long key, long value) {
        Part part = part(key);
        long before = part.get(plain(key));
        if (!part.putIfAbsent(plain(key), value)) {
            part.set(plain(key), value);
        }
        return before;
    }

    /** The value under a key; 0 when there is none. */
    long get(long key) {
        return part(key).get(plain(key));
    }

    private Part part(long key) {
        return parts[(int) plain(key) & PARTS - 1];
    }

    private static long plain(long key) {
        return key == FREE ? 1 : key;
    }

    /** The entries whose keys end alike. */
    private static final class Part {

        private static final int FIRST_PLACES = 16;

        private long[] keys = new long[FIRST_PLACES];
        private long @Nullable [] values;
        private int size;

        boolean putIfAbsent(long key, long value) {
            int place = place(keys, key);
            if (keys[place] != FREE) {
                return false;
            }
            keys[place] = key;
            write(place, value);
            size++;
            if (size > keys.length / 5 * 4) {
                grow();
            }
            return true;
        }

        long get(long key) {
            return value(place(keys, key));
        }

        void set(long key, long value) {
            write(place(keys, key), value);
        }

        private void write(int place, long value) {
            if (values == null && value != 0) {
                values = new long[keys.length];
            }
            if (values != null) {
                values[place] = value;
            }
        }

        private long value(int place) {
            return values == null ? 0 : values[place];
        }

        /** Where a key lies, or the free place where it belongs: the upper half of the key as a share of all places. */
        private static int place(long[] keys, long key) {
            int place = (int) ((key >>> 32) * keys.length >>> 32);
            while (keys[place] != FREE && keys[place] != key) {
                place = place + 1 == keys.length ? 0 : place + 1;
            }
            return place;
        }

        private void grow() {
            long[] more = new long[keys.length + keys.length / 2];
            long @Nullable [] moreValues = values == null ? null : new long[more.length];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != FREE) {
                    int place = place(more, keys[i]);
                    more[place] = keys[i];
                    if (moreValues != null) {
                        moreValues[place] = value(i);
                    }
                }
            }
            keys = more;
            values = moreValues;
        }
    }
}
