package dev.ukur.problem;

import java.util.Optional;

/**
 * The place a {@link Problem} speaks of.
 *
 * @param file the file as the user named it, or empty when the problem is in no file
 * @param line 1-based line (or row of a sheet); 0 when not known
 * @param column 1-based column; 0 when not known
 */
public record Location(Optional<String> file, int line, int column) {

    private static final Location NOWHERE = new Location(Optional.empty(), 0, 0);

    /** No place at all: the call itself is wrong. */
    public static Location nowhere() {
        return NOWHERE;
    }

    /** A whole file. */
    public static Location of(String file) {
        return new Location(Optional.of(file), 0, 0);
    }

    /** A line of a file. */
    public static Location of(String file, int line) {
        return new Location(Optional.of(file), line, 0);
    }

    /** A line and column of a file. */
    public static Location of(String file, int line, int column) {
        return new Location(Optional.of(file), line, column);
    }

    /** {@code file:line:column}, as far as known; empty text for nowhere. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(file.get());
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        return text.toString();
    }
}
