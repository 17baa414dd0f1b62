package dev.ukur.twin;

import java.util.LinkedHashMap;
import java.util.Map;

/** A day's visits, orders and revenue of each ad or keyword. */
final class Tally {

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    void visit(String key) {
        of(key)[0]++;
    }

    void order(String key, long total) {
        of(key)[1]++;
        of(key)[2] += total;
    }

    int visits(String key) {
        return (int) of(key)[0];
    }

    int orders(String key) {
        return (int) of(key)[1];
    }

    long revenue(String key) {
        return of(key)[2];
    }

    void clear() {
        counts.clear();
    }

    private long[] of(String key) {
        return counts.computeIfAbsent(key, ignored -> new long[3]);
    }
}
