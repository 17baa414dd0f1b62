package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The book of the loads that are wholly in a lake. What it says is so for every reader. */
final class LakeBook {

    /** What it tells of a load, with the types of the store's own book. */
    private static final Map<String, String> COLUMNS = columns();

    private final LakeGround ground;
    private final LakeSchema schema;

    /**
     * A line of it.
     *
     * @param push the folder in which its files came
     * @param erasures how often people had been erased before
     */
    record Entry(long load, String sha256, Instant loadedAt, String push, long erasures) {

        boolean is(LoadRecord other) {
            return sha256.equals(other.request().sha256()) && loadedAt.equals(other.loadedAt());
        }
    }

    LakeBook(LakeGround ground, LakeSchema schema) {
        this.ground = ground;
        this.schema = schema;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("load_id", "BIGINT");
        List.of("file_name", "file_sha256", "profile").forEach(name -> columns.put(name, "VARCHAR"));
        columns.put("profile_version", "INTEGER");
        columns.put("account", "VARCHAR");
        columns.put("loaded_at", "TIMESTAMP");
        List.of("rows_read", "rows_loaded", "rows_changed", "rows_unchanged", "rows_rejected")
                .forEach(name -> columns.put(name, "BIGINT"));
        List.of("period_start", "period_end", "provisional_from").forEach(name -> columns.put(name, "DATE"));
        return columns;
    }

    /**
     * Makes the schema where it is missing.
     *
     * @throws ProblemException {@code lake-foreign-tables} when it holds tables of somebody else
     */
    void openSchema(Set<String> canonical) {
        Map<String, Set<String>> there = schema.tables();
        List<String> foreign = isIn(there)
                ? List.of()
                : there.keySet().stream()
                        .filter(table -> canonical.contains(table) || table.equals(LakeSchema.LOADS))
                        .toList();
        if (!foreign.isEmpty()) {
            throw new ProblemException(problem("lake-foreign-tables").with("tables", foreign));
        }
        if (there.isEmpty() && !isThere()) {
            Dialect dialect = ground.engine().dialect();
            ground.run("create schema if not exists " + dialect.quote(schema.catalog()) + "."
                    + dialect.quote(schema.schema()));
        }
    }

    /** Makes it where it is missing. */
    void open() {
        if (!isIn(schema.tables())) {
            Map<String, String> types = new LinkedHashMap<>(COLUMNS);
            types.put("push", "VARCHAR");
            types.put("erasures", "BIGINT");
            ground.run(schema.create(LakeSchema.LOADS, types));
        }
    }

    private static boolean isIn(Map<String, Set<String>> tables) {
        return tables.getOrDefault(LakeSchema.LOADS, Set.of()).contains("push");
    }

    private boolean isThere() {
        return schema.number("select count(*) from "
                        + ground.engine().dialect().informationSchema(schema.catalog())
                        + ".schemata where catalog_name = " + Sql.literal(schema.catalog()) + " and schema_name = "
                        + Sql.literal(schema.schema()))
                > 0;
    }

    /** Its lines, the oldest load first. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        ground.engine().stream(
                Sql.of("select load_id, file_sha256, loaded_at, push, erasures from " + schema.nameOf(LakeSchema.LOADS)
                        + " order by load_id"),
                row -> entries.add(new Entry(
                        (Long) Objects.requireNonNull(row[0]),
                        String.valueOf(row[1]),
                        (Instant) Objects.requireNonNull(row[2]),
                        String.valueOf(row[3]),
                        (Long) Objects.requireNonNull(row[4]))));
        return entries;
    }

    /**
     * Makes sure that what is in the lake came from a store.
     *
     * @throws ProblemException {@code lake-other-store}
     */
    void refuseOthers(List<Entry> entries, List<LoadRecord> loads) {
        Map<Long, LoadRecord> known = loads.stream().collect(Collectors.toMap(LoadRecord::id, Function.identity()));
        for (Entry entry : entries) {
            LoadRecord load = known.get(entry.load());
            if (load == null || !entry.is(load)) {
                throw new ProblemException(problem("lake-other-store").with("load", entry.load()));
            }
        }
    }

    /** Forgets all loads: from now on nothing is there. */
    void forget() {
        ground.run("delete from " + schema.nameOf(LakeSchema.LOADS));
    }

    /** The query whose rows, of a store's own book, are the lines of some loads. */
    static String lines(LakeBatch batch) {
        return "select " + String.join(", ", COLUMNS.keySet()) + ", " + Sql.literal(batch.push())
                + " as push, (select count(*) from main.erasures) as erasures from main.loads where "
                + batch.brought();
    }

    private Problem problem(String code) {
        return Problem.error(code, Location.nowhere()).with("schema", schema.catalog() + "." + schema.schema());
    }
}
