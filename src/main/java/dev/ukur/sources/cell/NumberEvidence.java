package dev.ukur.sources.cell;

import java.util.Optional;

/**
 * What the numeric cells of a file show of its {@link NumberLocale}. Feed it every cell of every numeric column; cells
 * that are no numbers (null markers, words) show nothing. Not thread-safe.
 *
 * <p>Evidence is: both separators in one cell (the last one is the decimal), a separator that repeats (it groups), a
 * separator not followed by exactly three digits or not preceded by one to three digits without a leading zero (it is
 * the decimal). A single separator before exactly three digits ({@code 150.000}) leaves it open.
 */
public final class NumberEvidence {

    /** What the cells show. */
    public enum Verdict {
        /** Decimal points. */
        DOT,
        /** Decimal commas. */
        COMMA,
        /** Separators, but only such as fit both. */
        AMBIGUOUS,
        /** No separators: both read the same. */
        NEUTRAL,
        /** Decimal points and decimal commas. */
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

    /** The first cell that shows a locale, for messages. */
    public Optional<String> example(NumberLocale locale) {
        throw new UnsupportedOperationException();
    }

    /** The first cell that fits both, for messages. */
    public Optional<String> ambiguousExample() {
        throw new UnsupportedOperationException();
    }

    /**
     * The locale to read the file in.
     *
     * @param declared what the profile declares; cells that show the other one are a contradiction
     * @param fallback what the account's settings say, used only where the cells leave it open
     * @return a locale, or {@link Reject#MIXED_NUMBER_LOCALE}, {@link Reject#DECLARED_LOCALE_CONTRADICTED} or
     *     {@link Reject#AMBIGUOUS_NUMBER_LOCALE}; without any separator and without a word {@link NumberLocale#DOT}
     */
    public CellResult<NumberLocale> decide(Optional<NumberLocale> declared, Optional<NumberLocale> fallback) {
        throw new UnsupportedOperationException();
    }
}
