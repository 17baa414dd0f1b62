package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Opens the one database file of a workspace. One process owns it at a time; a second one is told so. */
final class DuckDbFile {

    private static final String NAME = "ukur.duckdb";

    /** How much the engine may hold while questions are asked. */
    private static final String WHILE_ASKED = "60%";

    /** How much it may hold while it loads: the rest goes to disk, so that a file larger than memory loads. */
    private static final String WHILE_LOADING = "400MB";

    /** How much it may hold while sums of all rows are made anew: less would write most of them to disk and back. */
    private static final String WHILE_SUMMING = "1GB";

    private DuckDbFile() {}

    /** The file of a store's folder. */
    static Path in(Path directory) {
        return directory.resolve(NAME);
    }

    static DuckDBConnection open(Path directory) {
        Path file = in(directory);
        try {
            return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, properties(directory));
        } catch (SQLException e) {
            throw new ProblemException(explain(file, e));
        }
    }

    /** The right to open it; to be given back after closing. */
    static Ownership own(Path directory) {
        refuseOddPath(directory);
        try {
            return Ownership.take(directory);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("store-not-writable", Location.of(directory.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }

    /** The engine takes a question mark in a path for the beginning of parameters, its driver a semicolon for the end. */
    private static void refuseOddPath(Path directory) {
        String whole = directory.toAbsolutePath().toString();
        for (String sign : List.of("?", ";")) {
            if (whole.contains(sign)) {
                throw new ProblemException(Problem.error("store-path-odd", Location.of(directory.toString()))
                        .with("sign", sign));
            }
        }
    }

    private static Properties properties(Path directory) {
        Properties properties = new Properties();
        // Nothing is ever fetched from the network, whatever a query names.
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("temp_directory", directory.resolve("tmp").toString());
        properties.setProperty("memory_limit", WHILE_ASKED);
        // Results come from explicit "order by" only; giving up insertion order keeps large loads within memory.
        properties.setProperty("preserve_insertion_order", "false");
        return properties;
    }

    /** Narrows the engine's memory for a load. */
    static void narrow(Connection connection) throws SQLException {
        limit(connection, WHILE_LOADING);
    }

    /** Bounds the engine's memory while sums of all rows are made. */
    static void bound(Connection connection) throws SQLException {
        limit(connection, WHILE_SUMMING);
    }

    /** Gives the engine the memory back that questions may use. */
    static void widen(Connection connection) throws SQLException {
        limit(connection, WHILE_ASKED);
    }

    private static void limit(Connection connection, String memory) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set memory_limit = '" + memory + "'");
        }
    }

    private static Problem explain(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String lower = message.toLowerCase(Locale.ROOT);
        Location at = Location.of(file.toString());
        if (lower.contains("lock")) {
            return Problem.error("store-in-use", at);
        }
        if (lower.contains("permission denied") || lower.contains("read-only")) {
            return Problem.error("store-not-writable", at).with("detail", message);
        }
        if (lower.contains("newer version") || lower.contains("storage version") || lower.contains("version number")) {
            return Problem.error("store-too-new", at);
        }
        return Problem.error("store-broken", at).with("detail", message);
    }
}
