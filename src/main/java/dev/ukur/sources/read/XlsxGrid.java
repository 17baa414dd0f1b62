package dev.ukur.sources.read;

import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet. Blank rows that the file leaves out are left out here; the others keep their numbers. */
final class XlsxGrid implements Grid {

    private final StoredBytes stored;
    private final ReadableWorkbook workbook;
    private final XlsxCells cells;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxGrid(StoredBytes stored, ReadableWorkbook workbook, String sheet) {
        this.stored = stored;
        this.workbook = workbook;
        this.cells = new XlsxCells(workbook.isDate1904());
        try {
            Sheet found = workbook.findSheet(sheet).orElseThrow();
            this.stream = found.openStream();
            this.rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw XlsxContent.broken(stored);
        }
    }

    @Override
    public @Nullable GridRow next() {
        try {
            return rows.hasNext() ? rowOf(rows.next()) : null;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever the library stumbles over, the file is damaged
            throw XlsxContent.broken(stored);
        }
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private void close(ReadableWorkbook opened) {
        try {
            opened.close();
        } catch (IOException e) {
            throw stored.failure(e);
        }
    }

    private GridRow rowOf(Row row) {
        List<Cell> values = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            values.add(cells.of(row.getCell(i)));
        }
        return new GridRow(row.getRowNum(), values);
    }
}
