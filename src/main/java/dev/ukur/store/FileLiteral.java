package dev.ukur.store;

import java.nio.file.Path;

/** The name of a file in the engine's SQL. */
final class FileLiteral {

    private FileLiteral() {}

    /** A literal that only this one file fits: the engine takes the name of a file for a pattern. */
    static String of(Path file) {
        return Sql.literal(file.toString().replaceAll("[\\[*?]", "[$0]"));
    }
}
