package dev.ukur.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    public List<KeptFact> keptFacts() {
        return KeptFact.all();
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
            EngineValues.bind(statement, sql.parameters());
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
            return EngineValues.visit(result, visitor);
        }
    }

    private List<String> runPrepared(Sql sql, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            EngineValues.bind(statement, sql.parameters());
            try (ResultSet result = statement.executeQuery()) {
                return EngineValues.visit(result, visitor);
            }
        }
    }
}
