package dev.ukur.delivery.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user is on a workspace. Each role may do all that the one before it may. */
public enum Role {
    /** Sees numbers. */
    VIEWER(Set.of(Right.VIEW)),
    /** Also brings in data, writes goals, shares pages. */
    ANALYST(Set.of(Right.VIEW, Right.IMPORT, Right.DECIDE)),
    /** Also decides who may what, and sees who did what. */
    OWNER(Set.of(Right.VIEW, Right.IMPORT, Right.DECIDE, Right.MANAGE));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    boolean has(Right right) {
        return rights.contains(right);
    }

    /** How it is written in options, files and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The words of all roles. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
