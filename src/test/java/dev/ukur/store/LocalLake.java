package dev.ukur.store;

import dev.ukur.model.Lake;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A lake on this machine for tests: any tables of a database in memory, whose catalogue is named {@code memory}. */
public final class LocalLake implements AutoCloseable {

    private final DuckDBConnection connection;

    public LocalLake() {
        try {
            connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        } catch (SQLException e) {
            throw new StoreException("a lake of a test", e);
        }
    }

    /** Changes the lake, as its owner does. */
    public LocalLake run(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            return this;
        } catch (SQLException e) {
            throw new StoreException("a lake of a test", e);
        }
    }

    /** It, as the port asks it. */
    public QueryEngine engine() {
        return new DuckDbEngine(connection);
    }

    /** It, read as a file {@code lake.yaml} in a folder says. */
    public MappedLake mapped(Path folder, String yaml) {
        return MappedLake.over(engine(), mapping(folder, yaml), reading(Instant.parse("2026-11-23T05:00:00Z")));
    }

    /** What a file {@code lake.yaml} in a folder says. */
    public static Lake mapping(Path folder, String yaml) {
        try {
            Files.writeString(folder.resolve("lake.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Problems problems = new Problems();
        Lake lake = WorkspaceFiles.lake(folder, problems).orElse(new Lake(List.of(), 0));
        problems.throwIfErrors();
        return lake;
    }

    /** How workspaces of tests read. */
    public static MappedLake.Reading reading(Instant now) {
        return new MappedLake.Reading(ZoneId.of("Asia/Jakarta"), now);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("a lake of a test", e);
        }
    }
}
