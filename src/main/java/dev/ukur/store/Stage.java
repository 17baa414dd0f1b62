package dev.ukur.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The rows one load brings for one table, in a temporary table that vanishes with the connection. */
final class Stage implements Loading.RowSink {

    /** Rows are handed over in batches of so many, or fewer when they are long. */
    private static final int BATCH_ROWS = 1024;

    private static final long BATCH_CHARS = 1 << 20;

    private record Row(long line, @Nullable Object[] values) {}

    private final TableShape shape;
    private final List<String> columns;
    private final int[] scales;
    private final DuckDBAppender appender;
    private final Handover handover;
    private List<Row> batch = new ArrayList<>(BATCH_ROWS);
    private long batchChars;

    /**
     * @param scales decimal places of each of the columns; -1 for columns that are not decimal
     * @param handover appends the rows on a thread of its own
     */
    Stage(DuckDBConnection connection, TableShape shape, Scales scales, Handover handover) throws SQLException {
        this.shape = shape;
        this.columns = scales.columns();
        this.scales = scales.places();
        this.handover = handover;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table " + name() + " as select source_line, "
                    + String.join(", ", quoted(columns)) + " from main." + shape.name() + " limit 0");
        }
        this.appender = connection.createAppender("temp", "main", name());
        // Only the thread of the handover appends, and this one closes only when that has come to rest.
        appender.unsafeBreakThreadConfinement();
    }

    TableShape shape() {
        return shape;
    }

    List<String> columns() {
        return columns;
    }

    String name() {
        return "stage_" + shape.name();
    }

    @Override
    public void row(long sourceLine, @Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for columns " + columns);
        }
        batch.add(new Row(sourceLine, values));
        for (Object value : values) {
            batchChars += value instanceof String text ? text.length() : 0;
        }
        if (batch.size() == BATCH_ROWS || batchChars > BATCH_CHARS) {
            handOver();
        }
    }

    private void handOver() {
        List<Row> rows = batch;
        batch = new ArrayList<>(BATCH_ROWS);
        batchChars = 0;
        handover.give(() -> rows.forEach(this::append));
    }

    private void append(Row row) {
        try {
            appender.beginRow();
            appender.append(row.line());
            for (int i = 0; i < scales.length; i++) {
                append(row.values()[i], scales[i]);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new StoreException("staging line " + row.line() + " for " + shape.name(), e);
        }
    }

    /** Hands everything over and waits until it is staged; no row may follow. */
    void finish() throws SQLException {
        handOver();
        handover.await();
        appender.close();
    }

    private void append(@Nullable Object value, int scale) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof BigDecimal number) {
            appender.append(number.setScale(scale, RoundingMode.HALF_EVEN));
        } else if (value instanceof Long count) {
            appender.append(count.longValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else if (value instanceof Instant instant) {
            appender.appendEpochMicros(micros(instant));
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    static List<String> quoted(List<String> names) {
        List<String> quoted = new ArrayList<>(names.size());
        names.forEach(name -> quoted.add('"' + name + '"'));
        return quoted;
    }
}
