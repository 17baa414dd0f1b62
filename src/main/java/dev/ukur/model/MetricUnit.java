package dev.ukur.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a metric's number counts. */
public enum MetricUnit {
    /** Whole or fractional things. */
    COUNT,
    /** Major units of the workspace currency. */
    MONEY,
    /** A share, 0..1, shown in percent. */
    SHARE,
    /** A plain ratio: CLV to CAC, ROAS, pages per visit, position. */
    RATIO,
    /** Days. */
    DAYS,
    /** Seconds. */
    SECONDS;

    /** The word used in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of a word, or empty. */
    public static Optional<MetricUnit> of(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MetricUnit::word).toList();
    }
}
