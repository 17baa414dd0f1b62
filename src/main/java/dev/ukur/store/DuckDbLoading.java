package dev.ukur.store;

import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A load into the embedded store, on a connection of its own. */
final class DuckDbLoading implements Loading {

    private final DuckDBConnection connection;
    private final Map<String, TableShape> shapes;
    private final StoreSettings settings;
    private final LoadRequest request;
    private final Optional<LoadRecord> corrects;
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final List<DuckDbFileCells> cells = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final PersonalData personal = new PersonalData();
    private Optional<Long> reread = Optional.empty();
    private final Handover handover = new Handover();

    /**
     * What is to be loaded.
     *
     * @param corrects the load of the same bytes under another setting or version of the profile
     */
    record Task(LoadRequest request, Optional<LoadRecord> corrects) {}

    DuckDbLoading(DuckDBConnection connection, Map<String, TableShape> shapes, StoreSettings settings, Task task)
            throws SQLException {
        this.connection = connection;
        this.shapes = shapes;
        this.settings = settings;
        this.request = task.request();
        this.corrects = task.corrects();
        DuckDbFile.narrow(connection);
    }

    @Override
    public RowSink into(String table, List<String> columns) {
        TableShape shape = shapes.get(table);
        if (shape == null || stages.containsKey(table)) {
            throw new IllegalArgumentException("no table " + table + ", or staged twice");
        }
        try {
            Scales scales = Scales.of(connection, shape, columns);
            Stage stage = new Stage(connection, shape, scales, Store.spool(settings), handover);
            stages.put(table, stage);
            return stage;
        } catch (SQLException e) {
            throw new StoreException("staging " + table, e);
        }
    }

    @Override
    public Optional<FileCells> read(CellFile file) {
        try {
            DuckDbFileCells read = new DuckDbFileCells(connection, stages, file, Store.spool(settings));
            cells.add(read);
            return read.rows() == file.rows() ? Optional.of(read) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // it takes it for broken, or has no room for it: the reader in Java tells which
        }
    }

    @Override
    public Optional<LoadRecord> corrects() {
        return corrects;
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void rereads(long load) {
        reread = Optional.of(load);
    }

    @Override
    public void person(PersonalValue value) {
        personal.keep(value);
    }

    @Override
    public LoadRecord commit(LoadOutcome outcome) {
        try {
            for (Stage stage : stages.values()) {
                stage.finish();
            }
            return mergeWithin(outcome);
        } catch (SQLException e) {
            throw new StoreException("loading " + request.fileName(), e);
        }
    }

    /** Within little memory; with all there is where a step cannot be cut smaller. */
    private LoadRecord mergeWithin(LoadOutcome outcome) throws SQLException {
        try {
            return inTransaction(() -> merge(outcome));
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("Out of Memory")) {
                throw e;
            }
            DuckDbFile.widen(connection);
            return inTransaction(() -> merge(outcome));
        }
    }

    /** Takes an earlier load back, as a load of its own. */
    LoadRecord undo(LoadRecord earlier) throws SQLException {
        return inTransaction(() -> takeBack(earlier));
    }

    @Override
    public Optional<Problem> obstacle() {
        try {
            return corrects.isEmpty()
                    ? Optional.empty()
                    : undoing(corrects.get()).obstacle();
        } catch (SQLException e) {
            throw new StoreException("looking for later loads", e);
        }
    }

    private Undo undoing(LoadRecord earlier) {
        Collection<TableShape> fromFiles = shapes.values().stream()
                .filter(shape -> !shape.name().equals("visits"))
                .toList();
        return new Undo(connection, fromFiles, earlier);
    }

    private LoadRecord takeBack(LoadRecord earlier) throws SQLException {
        Undo undo = undoing(earlier);
        undo.throwIfRefused();
        long load = nextNumber();
        long restored = undo.run(load);
        refreshDerived(load);
        LoadRecord record = new LoadRecord(
                load,
                earlier.request(),
                settings.clock().instant(),
                restored,
                restored,
                0,
                0,
                0,
                0,
                earlier.periodStart(),
                earlier.periodEnd(),
                undo.provisionalFrom(load),
                "{\"undoes\":" + earlier.id() + "}",
                null);
        LoadBook.write(connection, record);
        return record;
    }

    @FunctionalInterface
    private interface Work {
        LoadRecord run() throws SQLException;
    }

    private LoadRecord inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            LoadRecord record = work.run();
            connection.commit();
            return record;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Brings in step, in the open transaction, what is computed from the rows a load brought or superseded. */
    private void refreshDerived(long load) throws SQLException {
        new Visits(connection, shape("visits"), settings.zone()).refresh(load);
        new Rollups(connection).refresh(load);
        new KeptFacts(connection).refresh(load);
    }

    @Override
    public void close() {
        handover.close();
        stages.values().forEach(Stage::close);
        cells.forEach(DuckDbFileCells::close);
        try {
            DuckDbFile.widen(connection);
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing a load", e);
        }
    }

    private LoadRecord merge(LoadOutcome outcome) throws SQLException {
        if (corrects.isPresent()) {
            takeBack(corrects.get());
        }
        long load = nextNumber();
        Merge.Counts counts = new Merge.Counts(0, 0, 0, 0);
        for (Stage stage : stages.values()) {
            refuseRepeatedKeys(stage);
            counts = counts.plus(merge(stage, load, outcome));
        }
        if (counts.added() + counts.changed() + counts.gone() > 0) {
            refreshTouched(load);
        }
        LoadRecord record = record(load, outcome, counts);
        LoadBook.write(connection, record);
        LoadBook.write(connection, load, rejects);
        if (reread.isPresent()) {
            LoadBook.handOn(connection, reread.get(), load);
        }
        personal.write(connection, request.account(), load);
        return record;
    }

    private Merge.Counts merge(Stage stage, long load, LoadOutcome outcome) throws SQLException {
        TableShape shape = stage.shape();
        Optional<String> scope = outcome.complete().map(this::declared);
        Merge added = new Merge(connection, shape, stage.name(), stage.columns());
        if (Merge.isFirst(connection, shape) || (scope.isEmpty() && !added.meets(stage.keyed()))) {
            return added.add(load);
        }
        return new Merge(connection, shape, stage.kept(), stage.columns()).run(load, scope);
    }

    /** What is computed from the tables that this load staged rows of. */
    private void refreshTouched(long load) throws SQLException {
        if (stages.containsKey("events")) {
            refreshDerived(load);
            return;
        }
        if (stages.containsKey("visits")) {
            new Rollups(connection).refresh(load);
        }
        if (stages.containsKey("visits") || stages.containsKey("orders")) {
            new KeptFacts(connection).refresh(load);
        }
    }

    private LoadRecord record(long load, LoadOutcome outcome, Merge.Counts counts) throws SQLException {
        @Nullable LocalDate[] days = days();
        return new LoadRecord(
                load,
                request,
                settings.clock().instant(),
                outcome.read(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                rejects.size(),
                counts.gone(),
                days[0],
                days[1],
                outcome.provisionalFrom(),
                outcome.report(),
                outcome.reached());
    }

    /** The current rows {@code t} that a complete file speaks of: its profile's, of its account, within its days. */
    private String declared(Complete complete) {
        Period days = complete.days();
        String end = complete.extent() == Complete.Extent.WITHIN ? "t.period_end" : "t.period_start";
        return "t.account = " + Sql.literal(request.account()) + " and t.period_start >= date '" + days.first()
                + "' and " + end + " <= date '" + days.last()
                + "' and t.load_id in (select load_id from main.loads where profile = " + Sql.literal(request.profile())
                + ")";
    }

    /** First and last day over all staged rows. */
    private @Nullable LocalDate[] days() throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Stage stage : stages.values()) {
            parts.add("select min(period_start) as first, max(period_end) as last from " + stage.days());
        }
        if (parts.isEmpty()) {
            return new @Nullable LocalDate[] {null, null};
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select min(first), max(last) from (" + String.join(" union all ", parts) + ")")) {
            row.next();
            return new @Nullable LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)};
        }
    }

    /** Two staged rows with one key would make the later merge arbitrary; the reader must have refused one. */
    private static void refuseRepeatedKeys(Stage stage) throws SQLException {
        Optional<Long> line = stage.repeated();
        if (line.isPresent()) {
            throw new IllegalStateException(
                    "line " + line.get() + " repeats a key of " + stage.shape().name());
        }
    }

    private long nextNumber() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select nextval('load_number')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private TableShape shape(String table) {
        TableShape shape = shapes.get(table);
        if (shape == null) {
            throw new IllegalStateException("no table " + table);
        }
        return shape;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
