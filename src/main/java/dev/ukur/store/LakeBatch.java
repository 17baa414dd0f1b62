package dev.ukur.store;

/**
 * Loads that come into a lake together: all of them count from the same moment on.
 *
 * @param after the newest load before them
 * @param last the newest of them
 * @param push the folder of their files
 */
record LakeBatch(long after, long last, String push) {

    /** Of rows and lines of the book: those that these loads brought. */
    String brought() {
        return "load_id > " + after + " and load_id <= " + last;
    }

    /** Of rows: those that were there before and that these loads superseded. */
    String superseded() {
        return "load_id <= " + after + " and superseded_by > " + after + " and superseded_by <= " + last;
    }
}
