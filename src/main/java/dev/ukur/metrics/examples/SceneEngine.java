package dev.ukur.metrics.examples;

import dev.ukur.model.ExampleScene;
import dev.ukur.store.Dialect;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An engine whose canonical tables hold the rows of one scene and no others: each table is a query of its rows. */
final class SceneEngine implements QueryEngine {

    /** A load that no load book has. */
    private static final String LOAD = "-1";

    private final QueryEngine engine;
    private final ExampleScene scene;
    private final TableColumns columns;

    SceneEngine(QueryEngine engine, ExampleScene scene, TableColumns columns) {
        this.engine = engine;
        this.scene = scene;
        this.columns = columns;
    }

    @Override
    public Dialect dialect() {
        Dialect own = engine.dialect();
        return new Dialect() {
            @Override
            public String name() {
                return own.name();
            }

            @Override
            public String table(String name) {
                return rows(name);
            }

            @Override
            public String type(String canonical) {
                return own.type(canonical);
            }

            @Override
            public String startOf(Grain grain, FiscalCalendar calendar, String dayExpression) {
                return own.startOf(grain, calendar, dayExpression);
            }

            @Override
            public String local(String utcExpression, ZoneId zone) {
                return own.local(utcExpression, zone);
            }

            @Override
            public String micros(String timeExpression) {
                return own.micros(timeExpression);
            }

            @Override
            public String key(String textExpression) {
                return own.key(textExpression);
            }

            @Override
            public String days(String firstDay, String lastDay) {
                return own.days(firstDay, lastDay);
            }

            @Override
            public String nth(String expression, Optional<String> condition, String rank) {
                return own.nth(expression, condition, rank);
            }

            @Override
            public String percentile(String expression, Optional<String> condition, String share) {
                return own.percentile(expression, condition, share);
            }
        };
    }

    @Override
    public QueryResult query(Sql sql) {
        return engine.query(sql);
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return engine.stream(sql, visitor);
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
                .map(column -> cell(row, column.getKey(), engine.dialect().type(column.getValue())))
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
        String literal = value == null ? "null" : "'" + value.replace("'", "''") + "'";
        return "cast(" + literal + " as " + type + ")";
    }
}
