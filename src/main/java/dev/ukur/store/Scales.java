package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns a load gives of a table, as the store declares them.
 *
 * @param columns in the order of the load
 * @param types in the words of the engine, by column
 * @param places decimal places of each column; -1 for columns that are not decimal
 */
record Scales(List<String> columns, Map<String, String> types, int[] places) {

    Scales {
        columns = List.copyOf(columns);
        types = Map.copyOf(types);
        places = places.clone();
    }

    /** As the schema declares them. */
    static Scales of(Connection connection, TableShape shape, List<String> columns) throws SQLException {
        Map<String, String> types = new HashMap<>();
        Map<String, Integer> scales = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select column_name, data_type,"
                + " case when data_type like 'DECIMAL%' then numeric_scale else -1 end from duckdb_columns()"
                + " where table_name = ? and schema_name = 'main' and database_name = current_database()")) {
            statement.setString(1, shape.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    types.put(rows.getString(1), rows.getString(2));
                    scales.put(rows.getString(1), rows.getInt(3));
                }
            }
        }
        int[] places = columns.stream()
                .mapToInt(column -> scales.getOrDefault(column, -1))
                .toArray();
        return new Scales(columns, types, places);
    }

    /** The type of one of the columns. */
    String type(String column) {
        String type = types.get(column);
        if (type == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return type;
    }

    @Override
    public int[] places() {
        return places.clone();
    }
}
