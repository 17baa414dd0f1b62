package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.GridRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a grid are got: which sheet, which sign between them.
 *
 * @param content the file
 * @param sheet of a workbook; empty for text
 * @param delimiter one sign, {@code whitespace}, or empty to see it from the lines
 * @param skipped rows of the grid that lie above its part of it
 */
record GridShape(Content content, String sheet, Optional<String> delimiter, long skipped) {

    /** A sign that stands in no text, so that a line stays one cell. */
    private static final char NEVER = '\u001F';

    /** The rows from the first. */
    Grid open() {
        Grid grid = whole();
        for (long row = 0; row < skipped; row++) {
            grid.next();
        }
        return grid;
    }

    /** The same grid from another row on. */
    GridShape from(long row) {
        return new GridShape(content, sheet, delimiter, row);
    }

    private Grid whole() {
        if (delimiter.isEmpty() || content.kind() != Content.Kind.CSV) {
            return content.grid(sheet);
        }
        if (!delimiter.get().equals("whitespace")) {
            return content.grid(delimiter.get().charAt(0));
        }
        Grid lines = content.grid(NEVER);
        return new Grid() {
            @Override
            public @Nullable GridRow next() {
                GridRow row = lines.next();
                return row == null ? null : new GridRow(row.line(), words(row));
            }

            @Override
            public void close() {
                lines.close();
            }
        };
    }

    /** The first rows, at most so many. */
    List<GridRow> head(int most) {
        List<GridRow> rows = new ArrayList<>();
        try (Grid grid = open()) {
            for (GridRow row = grid.next(); row != null && rows.size() < most; row = grid.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Cell> words(GridRow row) {
        List<Cell> words = new ArrayList<>();
        String line = row.cells().isEmpty() ? "" : row.cells().get(0).text();
        for (String word : line.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(Cell.of(word));
            }
        }
        return words;
    }
}
