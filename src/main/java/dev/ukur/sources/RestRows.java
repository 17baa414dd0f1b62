package dev.ukur.sources;

import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.read.Cell;
import dev.ukur.store.FileCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a file that the engine has not staged, as {@link GridTable} would give them. */
final class RestRows implements Table.Rows {

    private final FileCells.Texts texts;

    RestRows(FileCells.Texts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable SourceRow next() {
        for (String[] row = texts.next(); row != null; row = texts.next()) {
            List<Cell> cells = new ArrayList<>(row.length - 1);
            boolean blank = true;
            for (int i = 1; i < row.length; i++) {
                String text = Objects.requireNonNull(row[i]);
                cells.add(Cell.of(text));
                blank &= CellText.trim(text).isEmpty();
            }
            if (!blank) {
                return SourceRow.data(Long.parseLong(Objects.requireNonNull(row[0])), cells);
            }
        }
        return null;
    }

    @Override
    public void close() {
        texts.close();
    }
}
