package dev.ukur.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The canonical tables of one workspace, in one file that one process owns at a time. Not thread-safe: one load at a
 * time.
 */
public final class Store implements AutoCloseable {

    private final StoreSettings settings;
    private final KeptEngine engine;
    private @Nullable DuckDBConnection connection;
    private @Nullable Map<String, TableShape> shapes;

    private Store(StoreSettings settings) {
        this.settings = settings;
        this.engine = new KeptEngine(DuckDbFile.in(settings.directory()), () -> new DuckDbEngine(connection()));
    }

    /**
     * The store of a workspace, opened (made or migrated first) when something is asked of it that no kept answer gives.
     * Then, and at any later time, the problems of {@link #open} may come.
     */
    public static Store lazily(StoreSettings settings) {
        return new Store(settings);
    }

    /**
     * Opens the store of a workspace, making or migrating it first.
     *
     * @throws dev.ukur.problem.ProblemException with {@code store-in-use} while another process owns it, {@code
     *     store-not-writable}, {@code store-too-new} or {@code store-broken}
     */
    public static Store open(StoreSettings settings) {
        Store store = new Store(settings);
        store.connection();
        return store;
    }

    private DuckDBConnection connection() {
        if (connection == null) {
            connection = connect(settings);
        }
        return connection;
    }

    private static DuckDBConnection connect(StoreSettings settings) {
        DuckDBConnection connection = DuckDbFile.open(settings.directory());
        try {
            Migrations.apply(connection, settings.directory().toString());
            new Rollups(connection).ensure();
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new StoreException("opening " + settings.directory(), e);
        } catch (RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** The port for questions. */
    public QueryEngine engine() {
        return engine;
    }

    /** The canonical tables by name. Read when first asked for: questions do not need them. */
    public Map<String, TableShape> shapes() {
        if (shapes == null) {
            try {
                shapes = Shapes.read(connection());
            } catch (SQLException e) {
                throw new StoreException("reading the schema", e);
            }
        }
        return shapes;
    }

    /** Begins a load. */
    public Loading begin(LoadRequest request) {
        try {
            return new DuckDbLoading(connection().duplicate(), shapes(), settings, request);
        } catch (SQLException e) {
            throw new StoreException("beginning a load", e);
        }
    }

    /** The load of the same bytes by the same profile version into the same account, if there is one. */
    public Optional<LoadRecord> findLoad(LoadRequest request) {
        return loads(
                        "file_sha256 = ? and profile = ? and profile_version = ? and account = ?",
                        request.sha256(),
                        request.profile(),
                        request.profileVersion(),
                        request.account())
                .stream()
                .findFirst();
    }

    /** All loads, oldest first. */
    public List<LoadRecord> loads() {
        return loads("true");
    }

    /** The quarantined rows of a load, by line. */
    public List<Loading.Reject> rejects(long load) {
        try {
            return LoadBook.rejects(connection(), load);
        } catch (SQLException e) {
            throw new StoreException("reading rejects", e);
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        engine.save(this::checkpoint);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing the store", e);
        }
    }

    /** As closing would do by itself. */
    private void checkpoint() {
        try (Statement statement = connection().createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new StoreException("checkpoint", e);
        }
    }

    private List<LoadRecord> loads(String where, Object... parameters) {
        try {
            return LoadBook.read(connection(), where, parameters);
        } catch (SQLException e) {
            throw new StoreException("reading the load book", e);
        }
    }

    private static void closeQuietly(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The first failure is the one worth telling.
        }
    }
}
