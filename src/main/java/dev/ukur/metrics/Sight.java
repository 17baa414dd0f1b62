package dev.ukur.metrics;

/**
 * Which versions of rows a query sees.
 *
 * @param condition on a canonical table
 */
record Sight(String condition) {

    static Sight current() {
        return new Sight("superseded_by is null");
    }

    /** As things were right after a load. */
    static Sight asOfLoad(long load) {
        return new Sight("load_id <= " + load + " and (superseded_by is null or superseded_by > " + load + ")");
    }
}
