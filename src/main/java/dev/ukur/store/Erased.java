package dev.ukur.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was taken out of a store.
 *
 * @param people pseudonyms of known people
 * @param visitors pseudonyms of browsers and devices
 * @param rows rows that named them, by table; {@code rejects} are rows in quarantine, {@code persons} plain data
 */
public record Erased(long people, long visitors, Map<String, Long> rows) {

    public Erased {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }
}
