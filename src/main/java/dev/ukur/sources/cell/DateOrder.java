package dev.ukur.sources.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which comes first in a date such as {@code 01/09/2026}. */
public enum DateOrder {
    /** Day, month, year. */
    DMY,
    /** Month, day, year. */
    MDY;

    /** The word used in files: {@code dmy} or {@code mdy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a word, or empty. */
    public static Optional<DateOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }
}
