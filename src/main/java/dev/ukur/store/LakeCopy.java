package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of some loads into a lake, and marks what they superseded. No reader sees any of it before the last step,
 * which writes the loads into the lake's book; done again after a break, it gives the same.
 */
final class LakeCopy {

    /** Tables of which nothing is left when a batch is in. */
    static final String PASSING = "pushing_";

    private final DuckDBConnection store;
    private final LakeGround ground;
    private final LakeSchema schema;
    private final CanonicalTables canonical;

    LakeCopy(DuckDBConnection store, LakeGround ground, LakeSchema schema, CanonicalTables canonical) {
        this.store = store;
        this.ground = ground;
        this.schema = schema;
        this.canonical = canonical;
    }

    /**
     * Brings a batch.
     *
     * @return what came into which table
     * @throws ProblemException {@code engine-...}, or {@code lake-push-differs} when the lake does not hold what was brought;
     *     then no reader sees any of the batch
     */
    List<PushedLoads.Table> bring(LakeBatch batch) throws SQLException {
        Map<String, Set<String>> there = schema.tables();
        List<PushedLoads.Table> pushed = new ArrayList<>();
        for (PushedLoads.Table table : counted(batch)) {
            if (table.rows() > 0) {
                prepare(table.name(), there);
                take(batch, table.name(), rows(batch, table.name()));
            }
            if (table.superseded() > 0) {
                supersede(batch, table.name());
            }
            pushed.add(table);
        }
        refuseDifferences(batch, pushed);
        take(batch, LakeSchema.LOADS, LakeBook.lines(batch));
        return pushed;
    }

    /** What the store says of the batch, table by table; tables that it does not touch are left out. */
    private List<PushedLoads.Table> counted(LakeBatch batch) {
        String question = canonical.shapes().keySet().stream()
                .map(table -> counts(batch, table, "main." + table))
                .collect(Collectors.joining(" union all ", "select * from (", ") t where r + s > 0 order by 1"));
        return pushed(new DuckDbEngine(store), question);
    }

    private static String counts(LakeBatch batch, String table, String from) {
        return "select " + Sql.literal(table) + " as name, count(*) filter (where " + batch.brought()
                + ") as r, count(*) filter (where " + batch.superseded() + ") as s from " + from;
    }

    private static List<PushedLoads.Table> pushed(QueryEngine engine, String question) {
        return engine.query(Sql.of(question)).rows().stream()
                .map(row -> new PushedLoads.Table(String.valueOf(row.get(0)), number(row.get(1)), number(row.get(2))))
                .toList();
    }

    private static long number(@Nullable Object told) {
        return told instanceof Number number ? number.longValue() : 0;
    }

    /** The columns of a table in the lake. */
    private Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>(canonical.columns().of(table));
        columns.keySet().removeAll(LakeSchema.LEFT_OUT);
        return columns;
    }

    /** Makes the table, or gives it the columns that came since. */
    private void prepare(String table, Map<String, Set<String>> there) {
        Set<String> known = there.get(table);
        if (known == null) {
            ground.run(schema.create(table, columns(table)));
            return;
        }
        Dialect dialect = ground.engine().dialect();
        columns(table).forEach((column, type) -> {
            if (!known.contains(column)) {
                ground.run("alter table " + schema.nameOf(table) + " add column " + dialect.quote(column) + " "
                        + dialect.type(type));
            }
        });
    }

    /** By day, so that the engine can leave out what a question does not ask about. */
    private String rows(LakeBatch batch, String table) {
        String columns = columns(table).keySet().stream()
                .map(column -> column.equals("superseded_by")
                        ? "case when superseded_by <= " + batch.last() + " then superseded_by end as superseded_by"
                        : '"' + column + '"')
                .collect(Collectors.joining(", "));
        return "select " + columns + " from main." + table + " where " + batch.brought() + " order by period_start";
    }

    private Path take(LakeBatch batch, String table, String rows) throws SQLException {
        Path files = ground.folder().resolve(batch.push()).resolve(table);
        try (Statement statement = store.createStatement()) {
            Files.createDirectories(files);
            statement.execute("copy (" + rows + ") to "
                    + Sql.literal(files.resolve("rows.parquet").toString()) + " (format parquet, compression zstd)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ground.take(schema.nameOf(table), files);
        return files;
    }

    /** Rows that the lake has: each is known by its load and its key. */
    private void supersede(LakeBatch batch, String table) throws SQLException {
        String passing = PASSING + table;
        Map<String, String> types = new LinkedHashMap<>();
        List<String> key = canonical.shape(table).key();
        canonical.columns().of(table).forEach((column, type) -> {
            if (key.contains(column)) {
                types.put(column, type);
            }
        });
        types.put("load_id", "BIGINT");
        types.put("superseded_by", "BIGINT");
        ground.run(schema.create(passing, types));
        Path files = take(
                batch,
                passing,
                "select " + String.join(", ", Stage.quoted(List.copyOf(types.keySet()))) + " from main." + table
                        + " where " + batch.superseded());
        ground.run("merge into " + schema.nameOf(table) + " as t using " + schema.nameOf(passing)
                + " as s on t.load_id = s.load_id and "
                + key.stream().map(this::isSame).collect(Collectors.joining(" and "))
                + " when matched then update set superseded_by = s.superseded_by");
        ground.run("drop table " + schema.nameOf(passing));
        LakeLeftovers.remove(files);
    }

    /** Also where both are unknown; as two equations, which an engine can look up. */
    private String isSame(String column) {
        String name = ground.engine().dialect().quote(column);
        return "coalesce(cast(t." + name + " as varchar), '') = coalesce(cast(s." + name + " as varchar), '') and (t."
                + name + " is null) = (s." + name + " is null)";
    }

    private void refuseDifferences(LakeBatch batch, List<PushedLoads.Table> expected) {
        if (expected.isEmpty()) {
            return;
        }
        String question = expected.stream()
                .map(table -> counts(batch, table.name(), schema.nameOf(table.name())))
                .collect(Collectors.joining(" union all ", "", " order by 1"));
        List<PushedLoads.Table> found = pushed(ground.engine(), question);
        for (int i = 0; i < expected.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                throw new ProblemException(Problem.error("lake-push-differs", Location.nowhere())
                        .with("table", expected.get(i).name())
                        .with(
                                "rows",
                                expected.get(i).rows() + " + " + expected.get(i).superseded())
                        .with(
                                "found",
                                found.get(i).rows() + " + " + found.get(i).superseded()));
            }
        }
    }
}
