package dev.ukur.sources.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a delimited text. A blank line is a row of one empty cell. */
final class CsvGrid implements Grid {

    private static final Pattern RECORD_LINE = Pattern.compile("starting at line (\\d+)");

    private final Opened text;
    private final CloseableIterator<CsvRecord> records;
    private long lastLine;

    CsvGrid(Opened text, char delimiter) {
        this.text = text;
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(TextScan.MOST_LINE_CHARS + (1 << 16))
                .ofCsvRecord(text.reader())
                .iterator();
    }

    @Override
    public @Nullable GridRow next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            lastLine = row.getStartingLineNumber();
            return new GridRow(lastLine, cells(row));
        } catch (CsvParseException e) {
            throw new ProblemException(broken(e));
        } catch (UncheckedIOException e) {
            throw text.stored().failure(e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    private static List<Cell> cells(CsvRecord row) {
        List<Cell> cells = new ArrayList<>(row.getFieldCount());
        for (int i = 0; i < row.getFieldCount(); i++) {
            cells.add(Cell.of(row.getField(i)));
        }
        return cells;
    }

    /** FastCSV tells an unclosed quote from other damage only by its sentence; a runaway quoted cell overruns its buffer. */
    private Problem broken(CsvParseException e) {
        String detail = String.valueOf(e.getMessage());
        boolean unclosed = detail.contains("Unclosed quote") || detail.contains("buffer");
        long line = lineIn(detail);
        Location at = Location.of(text.stored().input().name(), (int) Math.min(line, Integer.MAX_VALUE));
        if (detail.contains("fields") && detail.contains("maximum")) {
            return Problem.error("too-many-columns", at);
        }
        return Problem.error(unclosed ? "quote-unclosed" : "csv-broken", at);
    }

    /** The line FastCSV names as the record's first, else the one after the last row read. */
    private long lineIn(String detail) {
        Matcher matcher = RECORD_LINE.matcher(detail);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : lastLine + 1;
    }
}
