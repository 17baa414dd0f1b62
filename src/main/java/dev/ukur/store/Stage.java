package dev.ukur.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows one load brings for one table: those given one by one in a file first, then in a temporary table that vanishes with
 * the connection; others as a query, which is run when they are merged.
 */
final class Stage implements Loading.RowSink, AutoCloseable {

    /** Rows are handed over in batches of so many, or fewer when they are long. */
    private static final int BATCH_ROWS = 1024;

    private static final long BATCH_CHARS = 1 << 20;

    private record Row(long line, @Nullable Object[] values) {}

    private final Connection connection;
    private final TableShape shape;
    private final Scales scales;
    private final RowFile file;
    private final Handover handover;
    private List<Row> batch = new ArrayList<>(BATCH_ROWS);
    private long batchChars;
    private boolean isGiven;
    private boolean isFinished;
    private boolean isUnrepeated;
    private boolean isOffered;

    /**
     * @param scales the columns the rows give
     * @param place a folder for files that nobody keeps
     * @param handover writes the rows on a thread of its own
     */
    Stage(Connection connection, TableShape shape, Scales scales, Path place, Handover handover) throws SQLException {
        this.connection = connection;
        this.shape = shape;
        this.scales = scales;
        this.handover = handover;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table " + table() + " as select source_line, "
                    + String.join(", ", quoted(columns())) + " from main." + shape.name() + " limit 0");
        }
        try {
            this.file = new RowFile(place, scales.places());
        } catch (IOException e) {
            throw new StoreException("staging " + shape.name(), e);
        }
    }

    TableShape shape() {
        return shape;
    }

    List<String> columns() {
        return scales.columns();
    }

    private String table() {
        return "stage_" + shape.name();
    }

    /** The name of all rows together, in the schema {@code temp}. */
    String name() {
        return isOffered ? "staged_" + shape.name() : table();
    }

    /** The name of a table of all rows, whose row numbers stay. */
    String kept() throws SQLException {
        if (!isOffered) {
            return table();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table kept_" + shape.name() + " as select * from temp." + name());
        }
        return "kept_" + shape.name();
    }

    /** Where the days stand that the rows speak of. */
    String days() {
        String given = "temp." + table();
        return isOffered
                ? "(select * from temp.days_" + shape.name() + " union all select period_start, period_end from "
                        + given + ")"
                : given;
    }

    /** The name of the lines and keys of all rows, in the schema {@code temp}. */
    String keyed() {
        return isOffered ? "keyed_" + shape.name() : table();
    }

    /**
     * Takes the rows of a query, of which no two have one key, besides those given.
     *
     * @param rows the line, then the columns
     * @param keyed the line, then the {@link #keys()}
     * @param days their different days
     */
    void offer(String rows, String keyed, String days) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table days_" + shape.name() + " as " + days);
            statement.execute("create or replace temp view staged_" + shape.name() + " as select * from temp." + table()
                    + " union all " + rows);
            statement.execute("create or replace temp view keyed_" + shape.name() + " as select source_line, " + key()
                    + " from temp." + table() + " union all " + keyed);
        }
        isOffered = true;
        isUnrepeated = !isGiven;
    }

    @Override
    public void row(long sourceLine, @Nullable Object... values) {
        if (values.length != columns().size()) {
            throw new IllegalArgumentException(values.length + " values for columns " + columns());
        }
        isGiven = true;
        isUnrepeated = false;
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
        handover.give(() -> rows.forEach(this::write));
    }

    private void write(Row row) {
        try {
            file.add(row.line(), row.values());
        } catch (IOException e) {
            throw new StoreException("staging line " + row.line() + " for " + shape.name(), e);
        }
    }

    /** Hands everything over, waits, and has the engine read it; no row may follow. Asked again, does nothing. */
    void finish() throws SQLException {
        if (isFinished) {
            return;
        }
        isFinished = true;
        if (!isGiven) {
            return;
        }
        handOver();
        handover.await();
        try (Statement statement = connection.createStatement()) {
            file.finish();
            statement.execute("insert into temp." + table() + " " + file.query(Map.of(), scales));
        } catch (IOException e) {
            throw new StoreException("staging " + shape.name(), e);
        }
    }

    /** Columns of the key that the load gives; the others are null in all its rows. */
    List<String> keys() {
        return shape.key().stream().filter(columns()::contains).toList();
    }

    String key() {
        return String.join(", ", quoted(keys()));
    }

    /** A line whose key another line has too; where there is none, only rows that follow are news. */
    Optional<Long> repeated() throws SQLException {
        if (isUnrepeated) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select min(source_line) from temp." + keyed() + " group by "
                        + key() + " having count(*) > 1 order by 1 limit 1")) {
            isUnrepeated = !row.next();
            return isUnrepeated ? Optional.empty() : Optional.of(row.getLong(1));
        }
    }

    /** Removes the file; nothing may write to it any more. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (UncheckedIOException e) {
            throw new StoreException("removing a staged file", e);
        }
    }

    static List<String> quoted(List<String> names) {
        List<String> quoted = new ArrayList<>(names.size());
        names.forEach(name -> quoted.add('"' + name + '"'));
        return quoted;
    }
}
