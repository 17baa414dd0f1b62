package dev.ukur.sources.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How numbers are written: which sign is the decimal separator, and which groups thousands. */
public enum NumberLocale {
    /** {@code 1,234.56}. */
    DOT('.', ','),
    /** {@code 1.234,56}. */
    COMMA(',', '.');

    private final char decimal;
    private final char group;

    NumberLocale(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    /** The decimal separator. */
    public char decimal() {
        return decimal;
    }

    /** The separator of thousands (spaces and apostrophes group in either locale). */
    public char group() {
        return group;
    }

    /** The word used in files: {@code dot} or {@code comma}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale of a word, or empty. */
    public static Optional<NumberLocale> of(String word) {
        return Arrays.stream(values())
                .filter(locale -> locale.word().equals(word))
                .findFirst();
    }
}
