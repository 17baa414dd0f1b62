package dev.ukur.sources.cell;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads numbers written in one {@link NumberLocale}, strictly: grouping must be in threes, so {@code 1.25} never reads
 * as 125. Thousands may also be grouped by spaces (plain, no-break, narrow) or apostrophes. Accepted around the digits:
 * a sign, parentheses for negatives, a currency mark ({@code Rp}, {@code Rp.}, {@code IDR}, {@code $}, {@code US$},
 * {@code €} and some more) before or after. Scientific notation is read with a negative exponent only: a positive one
 * is how spreadsheets hide digits. Immutable, thread-safe.
 */
public final class Numbers {

    /** Reads numbers of a locale; only empty cells hold nothing. */
    public static Numbers in(NumberLocale locale) {
        throw new UnsupportedOperationException();
    }

    /** The same with these null markers. */
    public Numbers withNulls(NullMarkers markers) {
        throw new UnsupportedOperationException();
    }

    /** The same, reading also {@code 1,2 jt}, {@code 15 rb}, {@code 2 miliar}, {@code 1.5K}; a lone {@code M} stays refused. */
    public Numbers withWordMultipliers() {
        throw new UnsupportedOperationException();
    }

    /** An amount, count or other plain number. A percent sign or a {@code <} is rejected: see {@link #share}, {@link #bounded}. */
    public CellResult<BigDecimal> number(String text) {
        throw new UnsupportedOperationException();
    }

    /** A whole number; {@code 12.00} is 12, {@code 12.5} is rejected. */
    public CellResult<Long> whole(String text) {
        throw new UnsupportedOperationException();
    }

    /** A plain number that may be censored: {@code <5}, {@code < 1}, {@code >1.000}. */
    public CellResult<Bounded> bounded(String text) {
        throw new UnsupportedOperationException();
    }

    /** A share, 1 is the whole: {@code 4.62%} is 0.0462, {@code < 10%} is 0.1 and below. */
    public CellResult<Bounded> share(String text, ShareForm plain) {
        throw new UnsupportedOperationException();
    }

    /** The ISO 4217 code a cell's currency mark stands for; empty without a mark and for {@code $}, which many share. */
    public static Optional<String> currencyOf(String text) {
        throw new UnsupportedOperationException();
    }
}
