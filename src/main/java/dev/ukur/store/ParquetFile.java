package dev.ukur.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** Rows as a Parquet file, written by an engine of its own in memory; the store is not asked. */
public final class ParquetFile {

    private static final int PLACES = 6;

    private ParquetFile() {}

    /** What a column holds, as the file says it. */
    public enum Type {
        /** A {@code LocalDate}. */
        DAY("date"),
        /** A {@code LocalDateTime} without a zone. */
        HOUR("timestamp"),
        /** A text. */
        TEXT("varchar"),
        /** A {@code Boolean}. */
        TRUTH("boolean"),
        /** An amount with six decimal places, from a {@code Double}. */
        MONEY("decimal(38, " + PLACES + ")"),
        /** A {@code Double}. */
        NUMBER("double");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /** A column by its name. */
    public record Column(String name, Type type) {}

    /**
     * Writes a file in place of what it held.
     *
     * @param rows values in the order of the columns; null is unknown
     */
    public static void write(Path file, List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
        try (DuckDBConnection engine =
                        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
                Statement statement = engine.createStatement()) {
            statement.execute(columns.stream()
                    .map(column -> name(column.name()) + " " + column.type().sql)
                    .collect(Collectors.joining(", ", "create table answer (", ")")));
            try (DuckDBAppender appender = engine.createAppender("main", "answer")) {
                for (List<? extends @Nullable Object> row : rows) {
                    append(appender, columns, row);
                }
            }
            statement.execute("copy answer to " + Sql.literal(file.toString()) + " (format parquet, compression zstd)");
        } catch (SQLException e) {
            throw new StoreException("writing " + file, e);
        }
    }

    private static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static void append(DuckDBAppender appender, List<Column> columns, List<? extends @Nullable Object> row)
            throws SQLException {
        appender.beginRow();
        for (int i = 0; i < columns.size(); i++) {
            append(appender, columns.get(i).type(), row.get(i));
        }
        appender.endRow();
    }

    private static void append(DuckDBAppender appender, Type type, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case DAY -> appender.append((LocalDate) value);
            case HOUR -> appender.append((LocalDateTime) value);
            case TEXT -> appender.append(value.toString());
            case TRUTH -> appender.append((Boolean) value);
            case MONEY -> appender.append(BigDecimal.valueOf((Double) value).setScale(PLACES, RoundingMode.HALF_EVEN));
            case NUMBER -> appender.append((Double) value);
        }
    }
}
