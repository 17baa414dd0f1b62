package dev.ukur.sources.cell;

import dev.ukur.sources.cell.Bounded.Bound;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a numeric cell taken apart: what stands around the digits, and the {@link DigitRun} itself. Which separator is
 * the decimal one is still open. Made for one cell and thrown away.
 */
final class NumberText {

    private final String text;
    private int from;
    private int to;
    private boolean negative;
    private boolean percent;
    private Bound bound = Bound.EXACT;
    private @Nullable CurrencyMark currency;
    private @Nullable NumberWord word;

    private NumberText(String text) {
        this.text = text;
        this.to = text.length();
    }

    /** The parts of a text; null when it cannot be a number in any locale. */
    static @Nullable NumberText of(String text) {
        NumberText parts = new NumberText(text);
        parts.trim();
        parts.takeBound();
        boolean inParentheses = parts.takeParentheses();
        boolean signed = parts.takeSign();
        parts.takeLeadingCurrency();
        signed |= !signed && parts.takeSign();
        parts.takePercent();
        parts.takeTrailingCurrency();
        parts.takeWord();
        if (inParentheses && signed) {
            return null;
        }
        parts.negative |= inParentheses;
        return parts.hasDigits() ? parts : null;
    }

    boolean isPercent() {
        return percent;
    }

    Bound bound() {
        return bound;
    }

    boolean hasWord() {
        return word != null;
    }

    Optional<String> currencyCode() {
        return currency == null ? Optional.empty() : currency.code();
    }

    boolean isWrittenIn(NumberLocale locale) {
        return DigitRun.fits(text, from, to, locale);
    }

    boolean hasSeparator() {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' || c == ',') {
                return true;
            }
        }
        return false;
    }

    /** The number as written, sign and multiplying word included, percent sign not; null when not written in the locale. */
    @Nullable
    BigDecimal in(NumberLocale locale) {
        if (!isWrittenIn(locale)) {
            return null;
        }
        BigDecimal value = DigitRun.value(text, from, to, locale);
        if (word != null) {
            value = value.scaleByPowerOfTen(word.powerOfTen());
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
        return negative ? value.negate() : value;
    }

    private void trim() {
        while (from < to && CellText.isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && CellText.isBlank(text.charAt(to - 1))) {
            to--;
        }
    }

    private char first() {
        return from < to ? text.charAt(from) : 0;
    }

    private char last() {
        return from < to ? text.charAt(to - 1) : 0;
    }

    private void takeBound() {
        char c = first();
        if (c == '<' || c == '>') {
            bound = c == '<' ? Bound.LT : Bound.GT;
            from++;
            trim();
        }
    }

    private boolean takeParentheses() {
        if (first() != '(' || last() != ')') {
            return false;
        }
        from++;
        to--;
        trim();
        return true;
    }

    private boolean takeSign() {
        char c = first();
        boolean minus = c == '-' || c == '\u2212';
        if (!minus && c != '+') {
            return false;
        }
        negative = minus;
        from++;
        trim();
        return true;
    }

    private void takeLeadingCurrency() {
        if (isDigit(first())) {
            return;
        }
        currency = CurrencyMark.startingAt(text, from);
        if (currency != null) {
            from = Math.min(to, from + currency.length());
            trim();
        }
    }

    private void takePercent() {
        if (last() == '%') {
            percent = true;
            to--;
            trim();
        }
    }

    private void takeTrailingCurrency() {
        if (currency != null || isDigit(last())) {
            return;
        }
        currency = CurrencyMark.endingAt(text, from, to);
        if (currency != null) {
            to -= currency.length();
            trim();
        }
    }

    private void takeWord() {
        if (isDigit(last())) {
            return;
        }
        word = NumberWord.endingAt(text, from, to);
        if (word != null) {
            to -= word.length();
            trim();
        }
    }

    private boolean hasDigits() {
        return isDigit(last()) && !(percent && word != null);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
