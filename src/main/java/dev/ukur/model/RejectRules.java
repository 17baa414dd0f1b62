package dev.ukur.model;

/**
 * What becomes of rows that cannot be read.
 *
 * @param holdAbove share of rejected rows, 0 to 1, beyond which nothing of a file is loaded
 * @param keepDays how many days the text of a rejected row is kept, to be read again
 */
public record RejectRules(double holdAbove, int keepDays) {

    /** One row of a hundred; a month. */
    public static final RejectRules USUAL = new RejectRules(0.01, 30);
}
