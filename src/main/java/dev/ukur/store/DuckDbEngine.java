package dev.ukur.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** The embedded engine. */
final class DuckDbEngine implements QueryEngine {

    private final DuckDBConnection connection;
    private final Dialect dialect = new DuckDbDialect();

    DuckDbEngine(DuckDBConnection connection) {
        this.connection = connection;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public List<Rollup> rollups() {
        return Rollup.all();
    }

    @Override
    public QueryResult query(Sql sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> columns = run(sql, values -> rows.add(Arrays.asList(values.clone())));
        return new QueryResult(columns, rows);
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return run(sql, visitor);
    }

    /**
     * Where insertion order is given up, DuckDB 2.0 hands streamed blocks over in the wrong order, whatever "order by"
     * says: a sort of 20 million rows came with 389 breaks. So it is kept while a scan runs.
     */
    @Override
    public void scan(Sql sql, BlockVisitor visitor) {
        try {
            keepOrder(true);
            scanInOrder(sql, visitor);
        } catch (SQLException e) {
            throw new StoreException("query failed\n" + sql.text(), e);
        } finally {
            keepOrder(false);
        }
    }

    private void keepOrder(boolean kept) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set preserve_insertion_order = " + kept);
        } catch (SQLException e) {
            throw new StoreException("the order of rows cannot be set", e);
        }
    }

    private void scanInOrder(Sql sql, BlockVisitor visitor) throws SQLException {
        try (DuckDBPreparedStatement statement =
                connection.prepareStatement(sql.text()).unwrap(DuckDBPreparedStatement.class)) {
            bind(statement, sql.parameters());
            try (DuckDBChunkedResult result = statement.query()) {
                long[][] columns = new long[(int) result.columnCount()][0];
                while (result.nextChunk()) {
                    DuckDBDataChunkReader chunk = result.chunk();
                    int rows = (int) chunk.rowCount();
                    for (int i = 0; i < columns.length; i++) {
                        columns[i] = read(chunk.vector(i), columns[i], rows);
                    }
                    visitor.block(columns, rows);
                }
            }
        }
    }

    private static long[] read(DuckDBReadableVector vector, long[] reused, int rows) {
        long[] numbers = reused.length >= rows ? reused : new long[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = vector.getLong(row);
        }
        return numbers;
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, toEngine(parameters.get(i)));
        }
    }

    private List<String> run(Sql sql, RowVisitor visitor) {
        try {
            return sql.parameters().isEmpty() ? runAsItIs(sql, visitor) : runPrepared(sql, visitor);
        } catch (SQLException e) {
            throw new StoreException("query failed\n" + sql.text(), e);
        }
    }

    /** The driver plans a prepared query twice, which costs as much as a small answer itself. */
    private List<String> runAsItIs(Sql sql, RowVisitor visitor) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.text())) {
            return visit(result, visitor);
        }
    }

    private List<String> runPrepared(Sql sql, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.parameters());
            try (ResultSet result = statement.executeQuery()) {
                return visit(result, visitor);
            }
        }
    }

    private static List<String> visit(ResultSet result, RowVisitor visitor) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        boolean[] moments = new boolean[meta.getColumnCount()];
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
            moments[i - 1] = meta.getColumnType(i) == Types.TIMESTAMP;
        }
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        while (result.next()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = moments[i]
                        ? instant(result.getObject(i + 1, LocalDateTime.class))
                        : fromEngine(result.getObject(i + 1));
            }
            visitor.row(values);
        }
        return columns;
    }

    /** Read as a local time, so that the zone of the machine never comes in. */
    private static @Nullable Object instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static Object toEngine(Object value) {
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    /** The driver's own types to the few that the port promises. */
    private static @Nullable Object fromEngine(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof BigDecimal || value instanceof Boolean || value instanceof LocalDate) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value.toString();
    }
}
