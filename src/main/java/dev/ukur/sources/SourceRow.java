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
 */
record SourceRow(long line, List<Cell> cells, Optional<Total> total) {

    /**
     * A row that states totals.
     *
     * @param label as in the file
     * @param binding whether the rows must sum up to it
     */
    record Total(String label, boolean binding) {}

    /** A row of data. */
    static SourceRow data(long line, List<Cell> cells) {
        return new SourceRow(line, cells, Optional.empty());
    }

    Cell cell(int field) {
        return cells.get(field);
    }
}
