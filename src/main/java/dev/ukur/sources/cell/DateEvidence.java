package dev.ukur.sources.cell;

import java.util.Optional;

/**
 * What the cells of a date column show of its {@link DateOrder}: a first or second number above 12 decides. Feed it
 * every cell; other date forms and other texts show nothing. Not thread-safe.
 */
public final class DateEvidence {

    /** What the cells show. */
    public enum Verdict {
        DMY,
        MDY,
        /** Numeric dates, but only such as fit both. */
        AMBIGUOUS,
        /** No date that needs an order. */
        NEUTRAL,
        /** Both. */
        MIXED
    }

    /** Takes one cell into account. */
    public void add(String text) {
        throw new UnsupportedOperationException();
    }

    /** What all cells so far show. */
    public Verdict verdict() {
        throw new UnsupportedOperationException();
    }

    /** The first cell that shows an order, for messages. */
    public Optional<String> example(DateOrder order) {
        throw new UnsupportedOperationException();
    }

    /** The first cell that fits both, for messages. */
    public Optional<String> ambiguousExample() {
        throw new UnsupportedOperationException();
    }

    /**
     * The order to read the column in.
     *
     * @param declared what the profile declares; cells that show the other one are a contradiction
     * @param fallback what the account's settings say, used only where the cells leave it open
     * @return an order; nothing when no cell needs one and none is declared (use {@link Dates#withoutOrder()}); or
     *     {@link Reject#BAD_OR_AMBIGUOUS_DATE}
     */
    public CellResult<DateOrder> decide(Optional<DateOrder> declared, Optional<DateOrder> fallback) {
        throw new UnsupportedOperationException();
    }
}
