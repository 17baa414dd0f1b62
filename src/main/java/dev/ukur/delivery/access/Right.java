package dev.ukur.delivery.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a way into the server asks of whoever takes it. */
public enum Right {
    /** Nothing: the sign-in page, the style of pages, whether the server lives. */
    OPEN,
    /** To be known as a person, with whatever role: signed in, or at this machine where nobody signs in. */
    SIGNED_IN,
    /** To see the numbers of a workspace. */
    VIEW,
    /** To bring in data and take loads back. */
    IMPORT,
    /** To write goals, hold reviews and share pages. */
    DECIDE,
    /** To say who may do what, and to see who did what. */
    MANAGE;

    /** The rights that a token can be given: those of a role. */
    public static final List<Right> SCOPES = List.of(VIEW, IMPORT, DECIDE, MANAGE);

    /** How it is written in options, files and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scope of a word. */
    public static Optional<Right> scope(String word) {
        return SCOPES.stream().filter(right -> right.word().equals(word)).findFirst();
    }

    /** The words of all scopes, in the order of their weight. */
    public static List<String> words() {
        return Arrays.stream(values()).filter(SCOPES::contains).map(Right::word).toList();
    }
}
