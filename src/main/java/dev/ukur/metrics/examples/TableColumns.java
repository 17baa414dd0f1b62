package dev.ukur.metrics.examples;

import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The columns of an engine's tables with their types, as standard SQL tells them.
 *
 * @param tables table to column to type, in the order of the engine
 */
record TableColumns(Map<String, Map<String, String>> tables) {

    static TableColumns of(QueryEngine engine) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        engine.stream(
                Sql.of("select table_name, column_name, data_type from information_schema.columns"
                        + " order by table_schema, table_name, ordinal_position"),
                row -> tables.computeIfAbsent(String.valueOf(row[0]), name -> new LinkedHashMap<>())
                        .put(String.valueOf(row[1]), String.valueOf(row[2])));
        return new TableColumns(tables);
    }

    Map<String, String> of(String table) {
        Map<String, String> columns = tables.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return columns;
    }
}
