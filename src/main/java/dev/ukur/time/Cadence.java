package dev.ukur.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often a KPI is reported and reviewed. */
public enum Cadence {
    DAILY(Grain.DAY),
    WEEKLY(Grain.WEEK),
    MONTHLY(Grain.MONTH),
    QUARTERLY(Grain.QUARTER),
    YEARLY(Grain.YEAR);

    private final Grain grain;

    Cadence(Grain grain) {
        this.grain = grain;
    }

    /** The grain of the periods this cadence reports on. */
    public Grain grain() {
        return grain;
    }

    /** The word used in files: {@code daily}, {@code weekly} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cadence of a word, or empty. */
    public static Optional<Cadence> of(String word) {
        return Arrays.stream(values())
                .filter(cadence -> cadence.word().equals(word))
                .findFirst();
    }

    /** All words, in order from often to seldom. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Cadence::word).toList();
    }
}
