package dev.ukur.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * Writes a database file anew. DuckDB leaves what was deleted in the file's free blocks until something else needs them;
 * in a new file it never was.
 */
final class Rewriting {

    private Rewriting() {}

    /** Puts a fresh copy in the place of an open database, which is closed. */
    static void run(DuckDBConnection connection, Path file) throws SQLException, IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
                statement.execute("attach " + Sql.literal(fresh.toString()) + " as fresh");
                statement.execute("copy from database " + connection.getCatalog() + " to fresh");
                statement.execute("detach fresh");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".wal"));
        }
    }
}
