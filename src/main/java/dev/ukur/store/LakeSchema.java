package dev.ukur.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of a lake in which a workspace keeps its canonical tables, beside the book of its loads.
 *
 * <p>A row counts from the moment its load stands in that book, and not before: loads are written there in their order, each
 * when all its rows are in. So the newest load of the book is all that a reader must know to see every table as it was at
 * one and the same moment, whatever is written meanwhile and whatever a broken writer left behind.
 *
 * @param engine asks the lake
 */
public record LakeSchema(QueryEngine engine, String catalog, String schema) {

    /** The book of loads. */
    static final String LOADS = "loads";

    /** Columns that a lake has no use for: the fingerprint serves to compare rows when they are loaded. */
    static final Set<String> LEFT_OUT = Set.of("row_hash");

    /** A table as statements name it. */
    String nameOf(String table) {
        Dialect dialect = engine.dialect();
        return dialect.quote(catalog) + "." + dialect.quote(schema) + "." + dialect.quote(table);
    }

    /** The statement that makes a table. */
    String create(String table, Map<String, String> types) {
        Dialect dialect = engine.dialect();
        return types.entrySet().stream()
                .map(column -> dialect.quote(column.getKey()) + " " + dialect.type(column.getValue()))
                .collect(Collectors.joining(", ", "create table " + nameOf(table) + " (", ")"));
    }

    /** Which tables there are, with their columns. */
    Map<String, Set<String>> tables() {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        engine.stream(
                Sql.of("select table_name, column_name from "
                        + engine.dialect().informationSchema(catalog)
                        + ".columns where table_catalog = " + Sql.literal(catalog) + " and table_schema = "
                        + Sql.literal(schema) + " order by table_name, ordinal_position"),
                row -> tables.computeIfAbsent(String.valueOf(row[0]), name -> new LinkedHashSet<>())
                        .add(String.valueOf(row[1])));
        return tables;
    }

    /** The number of the newest load that is wholly there; 0 before the first. */
    long newest() {
        return number("select coalesce(max(load_id), 0) from " + nameOf(LOADS));
    }

    long number(String question) {
        return number(engine, question);
    }

    /** The whole number that a question asks for. */
    static long number(QueryEngine engine, String question) {
        Object told = engine.query(Sql.of(question)).rows().get(0).get(0);
        return told instanceof Number number ? number.longValue() : 0;
    }
}
