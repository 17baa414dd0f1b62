package dev.ukur.sources.read;

import org.jspecify.annotations.Nullable;

/**
 * Tells spreadsheet number formats that show a date. Formats of a bare time or duration show none: their numbers stay
 * numbers. Built-in ids are those of ECMA-376, part 1, section 18.8.30.
 */
final class DateFormat {

    private DateFormat() {}

    /** Whether a format shows a date, by its built-in id or its own pattern. */
    static boolean isDate(@Nullable Integer id, @Nullable String pattern) {
        if (pattern != null) {
            return showsDay(pattern);
        }
        return id != null
                && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58));
    }

    /** Whether a year or day letter stands outside quotes, brackets and escapes. */
    private static boolean showsDay(String pattern) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = Character.toLowerCase(pattern.charAt(i));
            if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && !bracketed && (c == 'y' || c == 'd')) {
                return true;
            }
        }
        return false;
    }
}
