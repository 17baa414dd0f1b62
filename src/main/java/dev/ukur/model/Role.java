package dev.ukur.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a metric is good for: an outcome may be a KPI, a driver moves one, context explains and is never a KPI. */
public enum Role {
    OUTCOME,
    DRIVER,
    CONTEXT;

    /** The word used in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word, or empty. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
