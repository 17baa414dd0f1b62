package dev.ukur.store;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the canonical tables look, whoever holds their rows.
 *
 * @param shapes every one by its name
 * @param columns all their columns with the types that the schema names
 */
record CanonicalTables(Map<String, TableShape> shapes, TableColumns columns) {

    /** As the schema of this program has them, which never changes while it runs. */
    static CanonicalTables ours() {
        return Ours.TABLES;
    }

    private static final class Ours {
        private static final CanonicalTables TABLES = read();
    }

    private static CanonicalTables read() {
        try (EmptyStore empty = EmptyStore.open()) {
            return new CanonicalTables(empty.shapes(), TableColumns.of(empty.engine()));
        }
    }

    /** One of them. */
    TableShape shape(String table) {
        return Objects.requireNonNull(shapes.get(table), table);
    }

    /** A query with the columns of a table and without a row. */
    String none(String table, Dialect dialect) {
        return columns.of(table).entrySet().stream()
                .map(column -> unknown(column.getKey(), column.getValue(), dialect))
                .collect(Collectors.joining(", ", "select * from (select ", ") t where false"));
    }

    /** A column of which nothing is known. */
    static String unknown(String column, String type, Dialect dialect) {
        return "cast(null as " + dialect.type(type) + ") as " + dialect.quote(column);
    }
}
