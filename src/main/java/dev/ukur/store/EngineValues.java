package dev.ukur.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values on their way to and from an engine: drivers have types of their own, the port promises a few. */
final class EngineValues {

    private EngineValues() {}

    /** Sets the parameters of a query. */
    static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, toEngine(parameters.get(i)));
        }
    }

    /** Hands over every row of a result; answers the names of its columns. */
    static List<String> visit(ResultSet result, QueryEngine.RowVisitor visitor) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        int[] types = new int[meta.getColumnCount()];
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            columns.add(meta.getColumnLabel(i + 1));
            types[i] = meta.getColumnType(i + 1);
        }
        @Nullable Object[] values = new @Nullable Object[types.length];
        while (result.next()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = read(result, i + 1, types[i]);
            }
            visitor.row(values);
        }
        return columns;
    }

    /** Times and days are asked for as such, so that the zone of the machine never comes in. */
    private static @Nullable Object read(ResultSet result, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> instant(result.getObject(column, LocalDateTime.class));
            case Types.DATE -> result.getObject(column, LocalDate.class);
            default -> fromEngine(result.getObject(column));
        };
    }

    private static @Nullable Object instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static Object toEngine(Object value) {
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    private static @Nullable Object fromEngine(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof BigDecimal || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant(); // of a type with a zone
        }
        return value.toString();
    }
}
