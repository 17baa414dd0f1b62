package dev.ukur.sources;

import java.util.Map;

/**
 * What a workspace knew of a person who asked to be forgotten.
 *
 * @param people pseudonyms under which they were known as a customer, lead, user or reader
 * @param visitors browsers and devices that are linked to them
 * @param rows rows that named them, by table; {@code rejects} are rows in quarantine, {@code persons} plain data
 */
public record ErasedPerson(long people, long visitors, Map<String, Long> rows) {

    public ErasedPerson {
        rows = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(rows));
    }

    /** Whether anything was known. */
    public boolean wasKnown() {
        return people + visitors > 0;
    }
}
