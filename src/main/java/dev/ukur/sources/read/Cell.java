package dev.ukur.sources.read;

import org.jspecify.annotations.Nullable;

/**
 * One cell as its container gives it.
 *
 * @param text as a person would see it, never trimmed; empty text for an empty cell
 * @param typed the value where the container types it (XLSX, JSON): {@code BigDecimal}, {@code LocalDateTime} (a zoneless
 *     spreadsheet date) or {@code Boolean}; null for plain text
 */
public record Cell(String text, @Nullable Object typed) {

    /** A cell of plain text. */
    public static Cell of(String text) {
        return new Cell(text, null);
    }
}
