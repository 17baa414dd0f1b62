package dev.ukur.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
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

    /** As the table has them; told by an answer without rows, which costs a tenth of asking the engine's catalogue. */
    static Scales of(Connection connection, TableShape shape, List<String> columns) throws SQLException {
        Map<String, String> types = new HashMap<>();
        int[] places = new int[columns.size()];
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select " + String.join(", ", Stage.quoted(columns))
                        + " from main." + shape.name() + " limit 0")) {
            ResultSetMetaData meta = none.getMetaData();
            for (int i = 0; i < places.length; i++) {
                types.put(columns.get(i), meta.getColumnTypeName(i + 1));
                places[i] = meta.getColumnType(i + 1) == Types.DECIMAL ? meta.getScale(i + 1) : -1;
            }
        }
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
