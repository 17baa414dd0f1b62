package dev.ukur.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The canonical tables of one workspace, in one file that one process owns at a time. Not thread-safe: one load at a
 * time.
 */
public final class Store implements AutoCloseable {

    private final StoreSettings settings;
    private final @Nullable Store owner;
    private final KeptEngine engine;
    private @Nullable Ownership ownership;
    private @Nullable DuckDBConnection connection;
    private @Nullable Map<String, TableShape> shapes;

    private Store(StoreSettings settings, @Nullable Store owner) {
        this.settings = settings;
        this.owner = owner;
        Supplier<QueryEngine> asked = () -> new DuckDbEngine(connection());
        this.engine = owner == null
                ? KeptEngine.over(DuckDbFile.in(settings.directory()), asked)
                : owner.engine.beside(asked);
    }

    /**
     * The store of a workspace, opened (made or migrated first) when something is asked of it that no kept answer gives.
     * Then, and at any later time, the problems of {@link #open} may come.
     */
    public static Store lazily(StoreSettings settings) {
        return new Store(settings, null);
    }

    /**
     * Opens the store of a workspace, making or migrating it first.
     *
     * @throws dev.ukur.problem.ProblemException with {@code store-in-use} while another process owns it, {@code
     *     store-not-writable}, {@code store-too-new} or {@code store-broken}
     */
    public static Store open(StoreSettings settings) {
        Store store = new Store(settings, null);
        store.connection();
        return store;
    }

    /**
     * The same store for another thread, over a connection of its own. Readers see the last committed state while a load
     * goes on. To be closed before this one, which stays open.
     */
    public Store beside(StoreSettings others) {
        return new Store(others, this);
    }

    /** Bytes that tell which state of the data a store's folder holds, read without opening it; none before a first load. */
    public static byte[] state(Path directory) {
        return Fingerprint.of(DuckDbFile.in(directory)).map(Fingerprint::bytes).orElse(new byte[0]);
    }

    /** Synchronized for the stores beside it. */
    private synchronized DuckDBConnection connection() {
        if (connection == null) {
            connection = owner == null ? owned() : owner.another();
        }
        return connection;
    }

    /** One more connection; the caller closes it. */
    DuckDBConnection another() {
        try {
            return (DuckDBConnection) connection().duplicate();
        } catch (SQLException e) {
            throw new StoreException("opening one more connection", e);
        }
    }

    private DuckDBConnection owned() {
        Ownership right = DuckDbFile.own(settings.directory());
        try {
            DuckDBConnection opened = connect(settings);
            ownership = right;
            return opened;
        } finally {
            if (ownership == null) {
                right.close();
            }
        }
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

    /** The canonical tables as a Frictionless data package, in JSON. */
    public String dataPackage() {
        return DataPackage.of(shapes());
    }

    /** Begins a load. */
    public Loading begin(LoadRequest request) {
        try {
            return new DuckDbLoading(
                    connection().duplicate(), shapes(), settings, new DuckDbLoading.Task(request, corrected(request)));
        } catch (SQLException e) {
            throw new StoreException("beginning a load", e);
        }
    }

    /** The load of the same bytes by the same profile version into the same account and setting, if there is one. */
    public Optional<LoadRecord> findLoad(LoadRequest request) {
        return newest(request).filter(load -> isSaid(load, request));
    }

    /** The load of the same bytes under another setting or version of the profile, which a load of them takes back. */
    public Optional<LoadRecord> corrected(LoadRequest request) {
        return newest(request).filter(load -> !isSaid(load, request));
    }

    private static boolean isSaid(LoadRecord load, LoadRequest request) {
        String setting = load.request().setting();
        return load.request().profileVersion() == request.profileVersion()
                && (setting.equals(request.setting()) || setting.equals(LoadBook.UNTOLD));
    }

    /** The newest load of the same bytes under any setting and version, unless it was taken back. */
    private Optional<LoadRecord> newest(LoadRequest request) {
        if (!isKnown(request.sha256())) {
            return Optional.empty();
        }
        return loads(
                        "file_sha256 = ? and profile = ? and account = ?"
                                + " and load_id not in (select load_id from undone_loads"
                                + " union all select undone_by from undone_loads)",
                        request.sha256(),
                        request.profile(),
                        request.account())
                .stream()
                .reduce((earlier, later) -> later);
    }

    private boolean isKnown(String sha256) {
        try {
            return LoadBook.knows(connection(), sha256);
        } catch (SQLException e) {
            throw new StoreException("reading the load book", e);
        }
    }

    /** How far a source with a cursor was read into an account, by the newest load that was not taken back. */
    public Optional<String> reached(String profile, String account) {
        return loads(
                        "profile = ? and account = ? and reached is not null"
                                + " and load_id not in (select load_id from undone_loads)",
                        profile,
                        account)
                .stream()
                .reduce((earlier, later) -> later)
                .map(LoadRecord::reached);
    }

    /** The folder in which a user lays JDBC drivers for databases to be read: {@code drivers} in the workspace. */
    public Path drivers() {
        return settings.directory().resolveSibling("drivers");
    }

    /** A folder for what an import writes down and removes; it may be missing. Only who has the store open uses it. */
    public Path spool() {
        return spool(settings);
    }

    /** What time it is. */
    Clock clock() {
        return settings.clock();
    }

    static Path spool(StoreSettings settings) {
        return settings.directory().resolve("spool");
    }

    /** All loads, oldest first. */
    public List<LoadRecord> loads() {
        return loads("true");
    }

    /** The load of a number, if there is one. */
    public Optional<LoadRecord> load(long id) {
        return loads("load_id = ?", id).stream().findFirst();
    }

    /** Loads that were taken back, each with the load that did it. */
    public Map<Long, Long> undone() {
        Map<Long, Long> undone = new LinkedHashMap<>();
        engine.stream(
                Sql.of("select load_id, undone_by from undone_loads order by load_id"),
                row -> undone.put((Long) row[0], (Long) row[1]));
        return undone;
    }

    /**
     * Takes a load back: what it brought is no longer current, what it superseded is again. The undoing is a load of its
     * own and can itself be undone.
     *
     * @throws dev.ukur.problem.ProblemException with {@code load-undone-before}, or with {@code load-built-on} when a
     *     later load rests on its rows; then the store is as it was
     */
    public LoadRecord undo(LoadRecord load) {
        try (DuckDbLoading loading = new DuckDbLoading(
                connection().duplicate(),
                shapes(),
                settings,
                new DuckDbLoading.Task(load.request(), Optional.empty()))) {
            return loading.undo(load);
        } catch (SQLException e) {
            throw new StoreException("undoing load " + load.id(), e);
        }
    }

    /** What a load changed in rows that were there before, table by table, by day and column. */
    public List<Restated> restated(long load) {
        List<Restated> found = new ArrayList<>();
        try {
            for (TableShape table : shapes().values()) {
                found.addAll(new Restatements(connection(), load).of(table));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("asking what load " + load + " restated", e);
        }
    }

    /** The size of the database file. */
    public long bytes() {
        try {
            Path file = DuckDbFile.in(settings.directory());
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new StoreException("measuring the database file", e);
        }
    }

    /** Forgets the texts of rows rejected before a moment. */
    public void forgetRejects(Instant before) {
        try {
            LoadBook.forgetRejects(connection(), before);
        } catch (SQLException e) {
            throw new StoreException("forgetting rejects", e);
        }
    }

    /**
     * Takes a person out of every version of every row, and writes the file anew so that no block of it holds them.
     *
     * @param names pseudonyms by which the person may be known; those that nothing knows are passed over
     */
    public Erased erase(Collection<String> names) {
        try {
            Erased erased = erasing(names, true);
            if (erased.people() + erased.visitors() > 0) {
                DuckDBConnection open = connection();
                connection = null;
                Rewriting.run(open, DuckDbFile.in(settings.directory()));
            }
            return erased;
        } catch (SQLException | IOException e) {
            throw new StoreException("erasing a person", e);
        }
    }

    /** What {@link #erase} would take out; nothing is changed. */
    public Erased traces(Collection<String> names) {
        try {
            return erasing(names, false);
        } catch (SQLException e) {
            throw new StoreException("looking for a person", e);
        }
    }

    private Erased erasing(Collection<String> names, boolean keep) throws SQLException {
        try (Connection own = connection().duplicate()) {
            own.setAutoCommit(false);
            try {
                Erased erased = new Erasure(own, shapes().values())
                        .run(names, settings.clock().instant());
                if (keep) {
                    new KeptFacts(own).rebuild();
                    own.commit();
                }
                return erased;
            } finally {
                own.rollback();
            }
        }
    }

    /** The pseudonyms of people who are not to come back. */
    public Set<String> erased() {
        Set<String> erased = new HashSet<>();
        engine.stream(Sql.of("select person_key from pii.erased"), row -> erased.add((String) row[0]));
        return erased;
    }

    /** The rows of a load that wait in quarantine, by line. */
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
        if (owner == null) {
            engine.save(this::checkpoint);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing the store", e);
        } finally {
            if (ownership != null) {
                ownership.close();
            }
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
