package dev.ukur.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows written down as delimited text, which the engine reads on all cores in a fraction of the time it needs to take
 * the same values from Java one by one. Texts stand in quotes, instants as microseconds, and null is an empty field. Only
 * its owner may look into the file, and it is gone after {@link #close()}.
 */
final class RowFile implements AutoCloseable {

    private static final int MOST_BYTES_A_CHAR = 3;

    /** What the engine takes for granted of a line and of a piece of the file that one of its threads reads. */
    private static final long USUAL_LINE_BYTES = 2 << 20;

    private static final long USUAL_PIECE_BYTES = 16 << 20;

    private final Path folder;
    private final Path file;
    private final int[] places;
    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private long longestLine;

    /**
     * @param place a folder for files that nobody keeps; it may be missing
     * @param places decimal places of each column; -1 for columns that are not decimal
     */
    RowFile(Path place, int[] places) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(place), "stage");
        this.file = folder.resolve("rows.csv");
        this.places = places.clone();
        this.out = Files.newBufferedWriter(file);
    }

    /** Adds a row; values as {@link Loading.RowSink} takes them. */
    void add(long sourceLine, @Nullable Object[] values) throws IOException {
        line.setLength(0);
        line.append(sourceLine);
        for (int i = 0; i < places.length; i++) {
            line.append(',');
            append(values[i], places[i]);
        }
        line.append('\n');
        longestLine = Math.max(longestLine, line.length());
        out.append(line);
    }

    /** Ends the file; no row may follow. */
    void finish() throws IOException {
        out.close();
    }

    /**
     * The query that gives its rows to the engine, {@code source_line} first.
     *
     * @param own columns that are no columns of a table, in order, each with its type in the words of the engine
     * @param scales the columns behind them
     */
    String query(Map<String, String> own, Scales scales) {
        List<String> values = new ArrayList<>(own.keySet());
        List<String> types = new ArrayList<>();
        own.forEach((column, type) -> types.add(column + ": '" + type + "'"));
        for (String column : scales.columns()) {
            boolean isInstant = scales.type(column).equals("TIMESTAMP");
            values.add(isInstant ? "make_timestamp(\"" + column + "\") as \"" + column + '"' : '"' + column + '"');
            types.add('"' + column + "\": '" + (isInstant ? "bigint" : scales.type(column)) + "'");
        }
        long longest = Math.max(USUAL_LINE_BYTES, longestLine * MOST_BYTES_A_CHAR);
        return SqlResource.read("row_file.sql")
                .replace("{{values}}", String.join(", ", values))
                .replace("{{file}}", FileLiteral.of(file))
                .replace("{{longest}}", Long.toString(longest))
                .replace("{{buffer}}", Long.toString(Math.max(USUAL_PIECE_BYTES, 2 * longest)))
                .replace("{{types}}", String.join(", ", types));
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
            Files.deleteIfExists(folder.getParent());
        } catch (DirectoryNotEmptyException ignored) {
            // others keep files there
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value, int scale) {
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            append(text);
        } else if (value instanceof BigDecimal number) {
            line.append(number.setScale(scale, RoundingMode.HALF_EVEN).toPlainString());
        } else if (value instanceof Instant instant) {
            line.append(micros(instant));
        } else if (value instanceof Long || value instanceof Double) {
            line.append(value);
        } else if (value instanceof Boolean || value instanceof LocalDate) {
            line.append(value);
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private void append(String text) {
        line.append('"');
        if (text.indexOf('"') < 0) {
            line.append(text);
        } else {
            line.append(text.replace("\"", "\"\""));
        }
        line.append('"');
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }
}
