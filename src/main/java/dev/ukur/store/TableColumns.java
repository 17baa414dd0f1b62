package dev.ukur.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The columns of an engine's tables with their types, as standard SQL tells them.
 *
 * @param tables table to column to type, in the order of the engine
 */
public record TableColumns(Map<String, Map<String, String>> tables) {

    /** All that an engine tells of. */
    public static TableColumns of(QueryEngine engine) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        engine.stream(
                Sql.of("select table_name, column_name, data_type from information_schema.columns"
                        + " order by table_schema, table_name, ordinal_position"),
                row -> tables.computeIfAbsent(String.valueOf(row[0]), name -> new LinkedHashMap<>())
                        .put(String.valueOf(row[1]), String.valueOf(row[2])));
        return new TableColumns(tables);
    }

    /** A table's columns with their types, in order. */
    public Map<String, String> of(String table) {
        Map<String, String> columns = tables.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return columns;
    }
}
