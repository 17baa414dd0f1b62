package dev.ukur.metrics.examples;

import dev.ukur.model.ExampleScene;
import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.store.TableColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Canonical tables that hold the rows of one scene and no others: each table is a query of its rows.
 *
 * @param columns of the canonical tables
 * @param dialect of the engine that is asked
 */
record SceneTables(ExampleScene scene, TableColumns columns, Dialect dialect) {

    /** A load that no load book has. */
    private static final String LOAD = "-1";

    /** The engine over them. */
    static QueryEngine on(QueryEngine engine, ExampleScene scene, TableColumns columns) {
        SceneTables tables = new SceneTables(scene, columns, engine.dialect());
        return engine.over(columns.tables().keySet().stream().collect(Collectors.toMap(name -> name, tables::rows)));
    }

    private String rows(String table) {
        Map<String, String> types = columns.of(table);
        List<Map<String, String>> rows = scene.rows().getOrDefault(table, List.of());
        rows.forEach(row -> refuseUnknownColumns(table, row, types));
        String names = String.join(", ", types.keySet());
        String values = rows.isEmpty()
                ? cells(Map.of(), types)
                : rows.stream().map(row -> cells(row, types)).collect(Collectors.joining(", "));
        return "(select * from (values " + values + ") as t (" + names + ")" + (rows.isEmpty() ? " where false)" : ")");
    }

    private String cells(Map<String, String> row, Map<String, String> types) {
        return types.entrySet().stream()
                .map(column -> cell(row, column.getKey(), dialect.type(column.getValue())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void refuseUnknownColumns(String table, Map<String, String> row, Map<String, String> types) {
        Set<String> unknown = new HashSet<>(row.keySet());
        unknown.removeAll(types.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(scene.at() + ": " + table + " has no columns " + unknown);
        }
    }

    private static String cell(Map<String, String> row, String column, String type) {
        String value = column.equals("load_id") ? LOAD : row.get(column);
        String literal = value == null ? "null" : Sql.literal(value);
        return "cast(" + literal + " as " + type + ")";
    }
}
