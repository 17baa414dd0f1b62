package dev.ukur.sources.cell;

import java.math.BigDecimal;

/**
 * The digits of a number with their separators, checked against a {@link NumberLocale} and read in it. One check serves
 * both the evidence and the reading, so the two can never disagree.
 */
final class DigitRun {

    /** Longer runs are ids or noise, and would only be slow to read. */
    private static final int MOST_CHARS = 60;

    /** As many digits as a long always holds. */
    private static final int LONG_DIGITS = 18;

    private DigitRun() {}

    /** Whether a stretch of text is a number without sign in a locale. */
    static boolean fits(String text, int from, int to, NumberLocale locale) {
        if (to - from > MOST_CHARS) {
            return false;
        }
        int end = mantissaEnd(text, from, to);
        int decimal = indexOf(text, from, end, locale.decimal());
        if (end < to && !isNegativeExponent(text, end, to)) {
            return false;
        }
        if (decimal < 0) {
            return isWhole(text, from, end, locale);
        }
        return isDigits(text, decimal + 1, end) && (decimal == from || isWhole(text, from, decimal, locale));
    }

    /** The value of a stretch that {@link #fits}. */
    static BigDecimal value(String text, int from, int to, NumberLocale locale) {
        int end = mantissaEnd(text, from, to);
        int decimal = indexOf(text, from, end, locale.decimal());
        int scale = decimal < 0 ? 0 : end - decimal - 1;
        if (end < to) {
            scale += Integer.parseInt(text.substring(end + 2, to));
        }
        StringBuilder digits = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.length() <= LONG_DIGITS
                ? BigDecimal.valueOf(Long.parseLong(digits, 0, digits.length(), 10), scale)
                : new BigDecimal(new java.math.BigInteger(digits.toString()), scale);
    }

    /** Plain digits, or groups of three after a first group of one to three that does not begin with a zero. */
    private static boolean isWhole(String text, int from, int to, NumberLocale locale) {
        int first = from;
        while (first < to && isDigit(text.charAt(first))) {
            first++;
        }
        if (first == to) {
            return to > from;
        }
        char group = text.charAt(first);
        if (!groups(group, locale) || first == from || first - from > 3 || text.charAt(from) == '0') {
            return false;
        }
        return isGroups(text, first, to, group);
    }

    private static boolean isGroups(String text, int from, int to, char group) {
        if ((to - from) % 4 != 0) {
            return false;
        }
        for (int at = from; at < to; at += 4) {
            if (text.charAt(at) != group || !isDigits(text, at + 1, at + 4)) {
                return false;
            }
        }
        return true;
    }

    private static boolean groups(char c, NumberLocale locale) {
        return c == locale.group() || c == '\'' || c == '\u2019' || (c != '\t' && CellText.isBlank(c));
    }

    private static int mantissaEnd(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                return i;
            }
        }
        return to;
    }

    private static boolean isNegativeExponent(String text, int at, int to) {
        return to - at >= 3 && to - at <= 5 && text.charAt(at + 1) == '-' && isDigits(text, at + 2, to);
    }

    private static int indexOf(String text, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
