package dev.ukur.sources.read;

import java.util.List;
import java.util.Optional;

/**
 * Typed rows that were written down by {@code Spool}: those of a database, or of a file that another library takes apart.
 *
 * @param input as shown to the user
 * @param text where the rows lie: a line of JSON each, the first with the names of the columns
 * @param sha256 of what the rows come from
 * @param reached how far a database was read
 */
record TableContent(Input input, Opened text, String sha256, Optional<String> reached) implements Content {

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public boolean hasGaps() {
        return false;
    }

    @Override
    public Grid grid(String sheet) {
        return new TableGrid(text, input.name());
    }

    @Override
    public Grid grid(char delimiter) {
        return grid("");
    }

    @Override
    public TextLines lines() {
        throw new IllegalStateException("a table has rows, not lines");
    }

    @Override
    public Records records() {
        throw new IllegalStateException("a table has rows, not records");
    }
}
