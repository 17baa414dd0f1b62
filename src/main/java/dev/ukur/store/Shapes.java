package dev.ukur.store;

import dev.ukur.store.TableShape.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database says of its own canonical tables. The schema files are the one place that defines them. */
final class Shapes {

    /** Columns that a load fills in by itself. */
    private static final Set<String> SYSTEM = Set.of("load_id", "source_line", "row_hash", "superseded_by");

    private static final String QUESTION = """
            select t.name, array_to_string(t.key_columns, ',') as key_columns, c.column_name, c.data_type, c.is_nullable
            from canonical_table t
            join duckdb_columns() c on c.table_name = t.name and c.database_name = current_database()
            order by t.name, c.column_index
            """;

    private Shapes() {}

    static Map<String, TableShape> read(Connection connection) throws SQLException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUESTION)) {
            while (rows.next()) {
                String key = rows.getString(2);
                drafts.computeIfAbsent(rows.getString(1), name -> new Draft(List.of(key.split(","))))
                        .add(rows.getString(3), rows.getString(4), rows.getBoolean(5));
            }
        }
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        drafts.forEach(
                (name, draft) -> shapes.put(name, new TableShape(name, draft.columns, draft.key, draft.required)));
        return shapes;
    }

    private static ColumnType type(String declared) {
        if (declared.startsWith("DECIMAL")) {
            return ColumnType.DECIMAL;
        }
        return switch (declared) {
            case "VARCHAR" -> ColumnType.TEXT;
            case "BIGINT" -> ColumnType.COUNT;
            case "DOUBLE" -> ColumnType.NUMBER;
            case "BOOLEAN" -> ColumnType.FLAG;
            case "DATE" -> ColumnType.DAY;
            case "TIMESTAMP" -> ColumnType.INSTANT;
            default -> throw new IllegalStateException("no column type for " + declared);
        };
    }

    private static final class Draft {
        private final List<String> key;
        private final Map<String, ColumnType> columns = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();

        Draft(List<String> key) {
            this.key = key;
        }

        void add(String column, String declared, boolean nullable) {
            if (SYSTEM.contains(column)) {
                return;
            }
            columns.put(column, type(declared));
            if (!nullable) {
                required.add(column);
            }
        }
    }
}
