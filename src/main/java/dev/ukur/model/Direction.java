package dev.ukur.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which way a metric gets better. */
public enum Direction {
    UP,
    DOWN,
    NEUTRAL;

    /** The word used in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction of a word, or empty. */
    public static Optional<Direction> of(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Direction::word).toList();
    }
}
