package dev.ukur.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** All canonical tables without a row, in memory only: what an engine is certified on. */
public final class EmptyStore implements AutoCloseable {

    private final DuckDBConnection connection;

    private EmptyStore(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Makes one; the caller closes it. */
    public static EmptyStore open() {
        try {
            DuckDBConnection connection =
                    (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
            Migrations.apply(connection, "memory");
            return new EmptyStore(connection);
        } catch (SQLException e) {
            throw new StoreException("opening a database in memory", e);
        }
    }

    /** The port for questions. */
    public QueryEngine engine() {
        return new DuckDbEngine(connection);
    }

    /** The canonical tables by name. */
    Map<String, TableShape> shapes() {
        try {
            return Shapes.read(connection);
        } catch (SQLException e) {
            throw new StoreException("reading the schema", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing a database in memory", e);
        }
    }
}
