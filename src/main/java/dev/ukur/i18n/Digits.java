package dev.ukur.i18n;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Plain decimal numbers in a language: its separators, the true minus sign, rounding half up. */
final class Digits {

    /** U+2212, which is as wide as the plus sign and never breaks off its number. */
    static final String MINUS = "\u2212";

    private static final int GROUP = 3;

    private final char group;
    private final char point;

    Digits(Language language) {
        this.group = language == Language.ID ? '.' : ',';
        this.point = language == Language.ID ? ',' : '.';
    }

    /**
     * A number rounded to some decimals, without trailing zeros. A number that is not zero is never written as zero: it
     * keeps its first digit.
     */
    String upTo(int decimals, BigDecimal number) {
        return write(trim(round(number, decimals)));
    }

    /** A number with exactly so many decimals. */
    String exactly(int decimals, BigDecimal number) {
        return write(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** The same with the zeros that trail, so that numbers below each other have as many decimals; zero itself stays bare. */
    String evenly(int decimals, BigDecimal number) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? upTo(decimals, number) : write(rounded);
    }

    /** Digits without grouping: years, numbers of loads. */
    String plain(BigDecimal number) {
        return trim(number).toPlainString();
    }

    private static BigDecimal round(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? number.round(new MathContext(1, RoundingMode.HALF_UP)) : rounded;
    }

    private static BigDecimal trim(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String write(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        StringBuilder text = new StringBuilder(number.signum() < 0 ? MINUS : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                text.append(group);
            }
            text.append(whole.charAt(i));
        }
        return dot < 0
                ? text.toString()
                : text.append(point).append(digits, dot + 1, digits.length()).toString();
    }
}
