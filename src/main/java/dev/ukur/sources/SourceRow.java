package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file's table, its cells in the order of its {@link Fields}.
 *
 * @param line line (or sheet row) in the file
 * @param cells one a field, never fewer
 * @param total what kind of total it states; empty for data
 * @param fault reject code of a row that is wrong as a whole; empty for all others
 */
record SourceRow(long line, List<Cell> cells, Optional<Total> total, Optional<String> fault) {

    /**
     * A row that states totals.
     *
     * @param label as in the file
     * @param binding whether the rows must sum up to it
     */
    record Total(String label, boolean binding) {}

    /** A row of data. */
    static SourceRow data(long line, List<Cell> cells) {
        return new SourceRow(line, cells, Optional.empty(), Optional.empty());
    }

    /** A row that states totals. */
    static SourceRow total(long line, List<Cell> cells, Optional<Total> total) {
        return new SourceRow(line, cells, total, Optional.empty());
    }

    /** A row that is wrong as a whole. */
    static SourceRow faulty(long line, List<Cell> cells, String fault) {
        return new SourceRow(line, cells, Optional.empty(), Optional.of(fault));
    }

    Cell cell(int field) {
        return cells.get(field);
    }
}
