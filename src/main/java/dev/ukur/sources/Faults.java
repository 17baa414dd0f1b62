package dev.ukur.sources;

import org.jspecify.annotations.Nullable;

/** The first thing wrong with the row being read. */
final class Faults {

    /**
     * Why a row is not loaded.
     *
     * @param reason stable reject code
     * @param column the column at fault
     * @param value its text
     */
    record Fault(String reason, String column, @Nullable String value) {}

    private String column = "";
    private @Nullable Fault first;

    /** Forgets the row before. */
    void clear() {
        first = null;
    }

    /** What is read now, for the message. */
    void at(String readColumn) {
        column = readColumn;
    }

    void add(String reason, @Nullable String value) {
        if (first == null) {
            first = new Fault(reason, column, value);
        }
    }

    @Nullable
    Fault first() {
        return first;
    }
}
