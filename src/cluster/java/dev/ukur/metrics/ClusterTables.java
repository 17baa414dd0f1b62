package dev.ukur.metrics;

import dev.ukur.cluster.Trino;
import dev.ukur.store.Dialect;
import dev.ukur.store.LocalLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small tables of a local lake, made anew on the cluster by its administrator. */
final class ClusterTables {

    private ClusterTables() {}

    /** Copies all tables of a schema. */
    static void copy(LocalLake from, String schema) throws SQLException {
        QueryEngine engine = from.engine();
        try (Connection connection = Trino.administrator();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists lake." + schema);
            for (List<?> table : engine.query(Sql.of(
                            "select table_name from information_schema.tables where table_schema = '" + schema + "'"))
                    .rows()) {
                String name = schema + "." + table.get(0);
                statement.execute("drop table if exists lake." + name);
                statement.execute("create table lake." + name + " as "
                        + rows(engine, schema, table.get(0).toString()));
            }
        }
    }

    private static String rows(QueryEngine engine, String schema, String table) {
        List<List<@Nullable Object>> columns = engine.query(
                        Sql.of("select column_name, data_type from information_schema.columns where table_schema = '"
                                + schema + "' and table_name = '" + table + "' order by ordinal_position"))
                .rows();
        List<String> types = new ArrayList<>();
        Dialect dialect = Dialect.trino(schema);
        columns.forEach(column -> types.add(dialect.type(String.valueOf(column.get(1)))));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        engine.stream(
                Sql.of("select * from " + schema + "." + table),
                values -> rows.add(new ArrayList<>(java.util.Arrays.asList(values))));
        boolean none = rows.isEmpty();
        if (none) {
            rows.add(new ArrayList<>(java.util.Collections.nCopies(types.size(), null)));
        }
        String values = rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < types.size(); i++) {
                        cells.add("cast(" + literal(row.get(i)) + " as " + types.get(i) + ")");
                    }
                    return "(" + String.join(", ", cells) + ")";
                })
                .collect(Collectors.joining(", "));
        String names =
                columns.stream().map(column -> String.valueOf(column.get(0))).collect(Collectors.joining(", "));
        return "select * from (values " + values + ") as t (" + names + ")" + (none ? " where false" : "");
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String text =
                value instanceof Instant ? value.toString().replace('T', ' ').replace("Z", "") : value.toString();
        return Sql.literal(text);
    }
}
