package dev.ukur.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the platforms print them. */
final class Figures {

    private Figures() {}

    /** {@code 12,345}, or with another separator. */
    static String grouped(long number, char separator) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, separator);
        }
        return text.toString();
    }

    /** Hundredths as {@code 12,345.67}. */
    static String english(long hundredths) {
        return grouped(hundredths / 100, ',') + '.' + two(hundredths);
    }

    /** Hundredths as {@code 12.345,67}. */
    static String indonesian(long hundredths) {
        return grouped(hundredths / 100, '.') + ',' + two(hundredths);
    }

    /** Hundredths as {@code 12345.67}. */
    static String plain(long hundredths) {
        return hundredths / 100 + "." + two(hundredths);
    }

    /** Part of a whole as {@code 4.62%} with so many decimals; the whole is not 0. */
    static String percent(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + '%';
    }

    private static String two(long hundredths) {
        long rest = hundredths % 100;
        return rest < 10 ? "0" + rest : Long.toString(rest);
    }
}
