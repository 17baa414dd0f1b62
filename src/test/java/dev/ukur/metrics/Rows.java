package dev.ukur.metrics;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LoadRequest;
import dev.ukur.store.Loading;
import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import dev.ukur.store.TableShape;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.workspace.MetricReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real store for a test, filled from small tables of text; for tests of all stages that ask the metrics. */
public final class Rows implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    private static final MetricDefinitions BUILT_IN = builtIn();

    private final Store store;
    private int loads;

    /** An empty store in a folder. */
    public Rows(Path folder) {
        this(folder, CLOCK);
    }

    Rows(Path folder, Clock clock) {
        store = Store.open(new StoreSettings(folder.resolve(".ukur"), ZoneId.of("Asia/Jakarta"), clock));
    }

    /** Loads comma-separated lines, the first one with the columns; an empty cell is null, {@code ''} an empty text. */
    public LoadRecord load(String table, String text) {
        return load("test." + table, table, text);
    }

    /** Loads rows as a source profile would. */
    public LoadRecord load(String profile, String table, String text) {
        return load(profile, table, text, null);
    }

    /** Loads rows whose source may still restate the days from one on. */
    public LoadRecord provisional(String table, LocalDate from, String text) {
        return load("test." + table, table, text, from);
    }

    private LoadRecord load(String profile, String table, String text, @Nullable LocalDate provisionalFrom) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<String> columns = cells(lines.get(0));
        TableShape shape = store.shapes().get(table);
        String account = cells(lines.get(1)).get(columns.indexOf("account"));
        LoadRequest request = new LoadRequest(table + loads + ".csv", "sha" + loads++, profile, 1, account);
        try (Loading loading = store.begin(request)) {
            RowSink sink = loading.into(table, columns);
            for (int line = 1; line < lines.size(); line++) {
                List<String> cells = cells(lines.get(line));
                @Nullable Object[] values = new @Nullable Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(cells.get(i), shape.columns().get(columns.get(i)));
                }
                sink.row(line + 1, values);
            }
            return loading.commit(new LoadOutcome(lines.size() - 1, provisionalFrom, "{}"));
        }
    }

    /** Loads rows that are values already, in the order of the columns; the first of each is the account. */
    public LoadRecord load(String table, List<String> columns, List<@Nullable Object[]> rows) {
        String account = String.valueOf(rows.get(0)[columns.indexOf("account")]);
        LoadRequest request = new LoadRequest(table + loads + ".csv", "sha" + loads++, "test." + table, 1, account);
        try (Loading loading = store.begin(request)) {
            RowSink sink = loading.into(table, columns);
            for (int line = 0; line < rows.size(); line++) {
                sink.row(line + 2, rows.get(line));
            }
            return loading.commit(new LoadOutcome(rows.size(), null, "{}"));
        }
    }

    /** The store itself. */
    Store store() {
        return store;
    }

    /** Takes a load back. */
    LoadRecord undo(LoadRecord load) {
        return store.undo(load);
    }

    /** Takes a person out. */
    void erase(String name) {
        store.erase(List.of(name));
    }

    /** The tables. */
    public QueryEngine engine() {
        return store.engine();
    }

    /** The built-in metrics over them. */
    public Metrics metrics() {
        return metrics(BUILT_IN);
    }

    /** The catalogue under other settings. */
    Metrics metrics(WorkspaceSettings settings) {
        return new Metrics(store.engine(), BUILT_IN, settings, CLOCK);
    }

    /** Other metrics over them. */
    public Metrics metrics(MetricDefinitions definitions) {
        return new Metrics(store.engine(), definitions, WorkspaceSettings.defaults("Toko"), CLOCK);
    }

    /** One metric as one number. */
    Optional<Double> total(String metric, String from, String to) {
        return metrics().query(MetricQuery.total(metric, days(from, to))).number(0, metric);
    }

    /** One metric by month or day: the values in order. */
    List<@Nullable Object> series(String metric, Grain grain, String from, String to) {
        Answer answer = metrics().query(MetricQuery.series(metric, grain, days(from, to)));
        int column = answer.index(metric);
        List<@Nullable Object> values = new ArrayList<>();
        answer.rows().forEach(row -> values.add(row.get(column)));
        return values;
    }

    /** One metric as one number by a dimension. */
    Answer by(String metric, String dimension, String from, String to) {
        return metrics()
                .query(new MetricQuery(
                        List.of(metric),
                        List.of(dimension),
                        Grain.TOTAL,
                        Optional.of(days(from, to)),
                        Optional.empty(),
                        Optional.empty()));
    }

    static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    static List<String> codes(Answer answer) {
        return answer.meta().warnings().stream().map(Problem::code).toList();
    }

    static MetricDefinitions builtIn() {
        Problems problems = new Problems();
        MetricDefinitions definitions = MetricReader.builtIn(problems);
        if (!problems.list().isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return definitions;
    }

    @Override
    public void close() {
        store.close();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static @Nullable Object value(String cell, TableShape.ColumnType type) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> cell.equals("''") ? "" : cell.replace(';', ',');
            case COUNT -> Long.valueOf(cell);
            case DECIMAL -> new BigDecimal(cell);
            case NUMBER -> Double.valueOf(cell);
            case FLAG -> Boolean.valueOf(cell);
            case DAY -> LocalDate.parse(cell);
            case INSTANT -> Instant.parse(cell);
        };
    }
}
