package dev.ukur.model;

import java.util.List;

/**
 * How rows are loaded and checked.
 *
 * @param restateDays how many of the last days the source may still change
 * @param duplicates what two rows of one key in a file mean
 * @param controlTotals columns whose sum must equal the totals the file states
 * @param complete whether a file holds all rows of its days: earlier ones that are absent are superseded
 */
public record LoadRules(int restateDays, Duplicates duplicates, List<String> controlTotals, boolean complete) {

    public LoadRules {
        controlTotals = List.copyOf(controlTotals);
    }

    /** What two rows of one key in a file mean. */
    public enum Duplicates {
        /** A mistake: the second is rejected. */
        REJECT,
        /** The same thing sent twice: equal rows count once, unequal ones are rejected. */
        SAME,
        /** Parts of one row that the source cuts finer: additive columns are summed. */
        SUM,
        /** Several ranks of one thing: the best, which is the lowest position, counts. */
        BEST,
        /** What became of one thing, in the order of the file: the last word counts. */
        LAST
    }
}
