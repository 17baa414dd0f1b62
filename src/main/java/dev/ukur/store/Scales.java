package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns a load gives of a table, with the decimal places the store keeps of each.
 *
 * @param columns in the order of the load
 * @param places of each; -1 for columns that are not decimal
 */
record Scales(List<String> columns, int[] places) {

    Scales {
        columns = List.copyOf(columns);
        places = places.clone();
    }

    /** As the schema declares them. */
    static Scales of(Connection connection, TableShape shape, List<String> columns) throws SQLException {
        Map<String, Integer> declared = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select column_name, coalesce(numeric_scale, -1) from duckdb_columns()"
                        + " where table_name = ? and schema_name = 'main' and data_type like 'DECIMAL%'")) {
            statement.setString(1, shape.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    declared.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return new Scales(
                columns,
                columns.stream()
                        .mapToInt(column -> declared.getOrDefault(column, -1))
                        .toArray());
    }

    @Override
    public int[] places() {
        return places.clone();
    }
}
