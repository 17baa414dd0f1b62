package dev.ukur.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the numbers of a period are compared with. */
public enum Comparison {
    /** As many days just before; where time is cut, as many periods before, a period begun with as many of its days. */
    PREVIOUS,
    /** The same weekdays 52 weeks earlier; whole months, quarters and years with those of the year before. */
    LAST_YEAR,
    /** The year before with the days of Ramadan and Idulfitri put over each other; other days as by last year. */
    HOLIDAY;

    /** The word used in commands: {@code last-year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The comparison of a word, or empty. */
    public static Optional<Comparison> of(String word) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Comparison::word).toList();
    }
}
