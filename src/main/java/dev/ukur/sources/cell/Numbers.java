package dev.ukur.sources.cell;

import dev.ukur.sources.cell.Bounded.Bound;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers written in one {@link NumberLocale}, strictly: grouping must be in threes, so {@code 1.25} never reads
 * as 125. Thousands may also be grouped by spaces (plain, no-break, narrow) or apostrophes. Accepted around the digits:
 * a sign, parentheses for negatives, a currency mark ({@code Rp}, {@code Rp.}, {@code IDR}, {@code $}, {@code US$},
 * {@code €} and some more) before or after. Scientific notation is read with a negative exponent only: a positive one
 * is how spreadsheets hide digits. Immutable, thread-safe.
 */
public final class Numbers {

    private final NumberLocale locale;
    private final NullMarkers nulls;
    private final boolean words;

    private Numbers(NumberLocale locale, NullMarkers nulls, boolean words) {
        this.locale = locale;
        this.nulls = nulls;
        this.words = words;
    }

    /** Reads numbers of a locale; only empty cells hold nothing. */
    public static Numbers in(NumberLocale locale) {
        return new Numbers(locale, NullMarkers.none(), false);
    }

    /** The same with these null markers. */
    public Numbers withNulls(NullMarkers markers) {
        return new Numbers(locale, markers, words);
    }

    /** The same, reading also {@code 1,2 jt}, {@code 15 rb}, {@code 2 miliar}, {@code 1.5K}; a lone {@code M} stays refused. */
    public Numbers withWordMultipliers() {
        return new Numbers(locale, nulls, true);
    }

    /**
     * An amount, count or other plain number. A percent sign or a {@code <} is rejected: see {@link #share} and
     * {@link #bounded}.
     */
    public CellResult<BigDecimal> number(String text) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        NumberText parts = NumberText.of(text);
        if (parts == null || parts.isPercent() || parts.bound() != Bound.EXACT) {
            return notANumber();
        }
        BigDecimal value = valueOf(parts);
        return value == null ? notANumber() : CellResult.of(value);
    }

    /** A whole number; {@code 12.00} is 12, {@code 12.5} is rejected. */
    public CellResult<Long> whole(String text) {
        CellResult<BigDecimal> number = number(text);
        BigDecimal value = number.orNull();
        if (value == null) {
            return number.isNothing() ? CellResult.nothing() : notANumber();
        }
        if (value.stripTrailingZeros().scale() > 0 || value.toBigInteger().bitLength() >= Long.SIZE) {
            return notANumber();
        }
        return CellResult.of(value.longValue());
    }

    /** A plain number that may be censored: {@code <5}, {@code < 1}, {@code >1.000}. */
    public CellResult<Bounded> bounded(String text) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        NumberText parts = NumberText.of(text);
        if (parts == null || parts.isPercent()) {
            return notANumber();
        }
        BigDecimal value = valueOf(parts);
        return value == null ? notANumber() : CellResult.of(new Bounded(value, parts.bound()));
    }

    /** A share, 1 is the whole: {@code 4.62%} is 0.0462, {@code < 10%} is 0.1 and below. */
    public CellResult<Bounded> share(String text, ShareForm plain) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        NumberText parts = NumberText.of(text);
        if (parts == null || (!parts.isPercent() && plain == ShareForm.SIGNED)) {
            return notANumber();
        }
        BigDecimal value = valueOf(parts);
        if (value == null) {
            return notANumber();
        }
        boolean inPercent = parts.isPercent() || plain == ShareForm.PERCENT;
        return CellResult.of(new Bounded(inPercent ? value.movePointLeft(2) : value, parts.bound()));
    }

    /** The ISO 4217 code a cell's currency mark stands for; empty without a mark and for {@code $}, which many share. */
    public static Optional<String> currencyOf(String text) {
        NumberText parts = NumberText.of(text);
        return parts == null ? Optional.empty() : parts.currencyCode();
    }

    private @Nullable BigDecimal valueOf(NumberText parts) {
        return parts.hasWord() && !words ? null : parts.in(locale);
    }

    private static <T> CellResult<T> notANumber() {
        return CellResult.rejected(Reject.NOT_A_NUMBER);
    }
}
