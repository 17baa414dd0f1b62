package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The canonical tables that a workspace keeps in a lake, as they were right after their newest load. What is written there
 * while they are asked is not seen.
 *
 * @param engine answers over them, also as of any earlier load
 * @param newest the number of that load
 */
public record PushedLake(QueryEngine engine, long newest) {

    /**
     * Looks which load is the newest.
     *
     * @throws ProblemException {@code lake-nothing-pushed}
     */
    public static PushedLake in(LakeSchema schema) {
        Map<String, Set<String>> there = schema.tables();
        long newest = there.containsKey(LakeSchema.LOADS) ? schema.newest() : 0;
        if (newest == 0) {
            throw new ProblemException(Problem.error("lake-nothing-pushed", Location.nowhere())
                    .with("schema", schema.catalog() + "." + schema.schema()));
        }
        CanonicalTables canonical = CanonicalTables.ours();
        Map<String, String> relations = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (String table : canonical.shapes().keySet()) {
            Set<String> columns = there.get(table);
            if (columns == null) {
                relations.put(table, "(" + canonical.none(table, schema.engine().dialect()) + ")");
                versions.put(table, relations.get(table));
                continue;
            }
            Seen seen = new Seen(table, columns, newest);
            relations.put(table, "(" + seen(schema, canonical, seen) + ")");
            versions.put(table, versions(schema, canonical, seen));
        }
        relations.put(
                LakeSchema.LOADS,
                "(select * from " + schema.nameOf(LakeSchema.LOADS) + " where load_id <= " + newest + ")");
        return new PushedLake(new TablesEngine(schema.engine(), relations, versions, Optional.of(newest)), newest);
    }

    /** A table with the columns it has in the lake, up to a load. */
    private record Seen(String table, Set<String> columns, long newest) {}

    /** Rows of later loads are not there yet, and neither is what those did to earlier rows. */
    private static String seen(LakeSchema schema, CanonicalTables canonical, Seen seen) {
        return "select "
                + columns(
                        schema,
                        canonical,
                        seen,
                        "case when superseded_by <= " + seen.newest() + " then superseded_by end as superseded_by")
                + " from " + schema.nameOf(seen.table()) + " where load_id <= " + seen.newest();
    }

    /** All that is there: its own name, unless it was made before some column came. */
    private static String versions(LakeSchema schema, CanonicalTables canonical, Seen seen) {
        Set<String> needed =
                new LinkedHashSet<>(canonical.columns().of(seen.table()).keySet());
        needed.removeAll(LakeSchema.LEFT_OUT);
        String name = schema.nameOf(seen.table());
        return seen.columns().containsAll(needed)
                ? name
                : "(select " + columns(schema, canonical, seen, "superseded_by") + " from " + name + ")";
    }

    private static String columns(LakeSchema schema, CanonicalTables canonical, Seen seen, String supersededBy) {
        Dialect dialect = schema.engine().dialect();
        return canonical.columns().of(seen.table()).entrySet().stream()
                .map(column -> {
                    if (!seen.columns().contains(column.getKey())) {
                        return CanonicalTables.unknown(column.getKey(), column.getValue(), dialect);
                    }
                    return column.getKey().equals("superseded_by") ? supersededBy : dialect.quote(column.getKey());
                })
                .collect(Collectors.joining(", "));
    }
}
