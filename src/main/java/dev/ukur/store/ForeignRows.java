package dev.ukur.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Typed rows of something that is not the store: another database, or a Parquet file. Streamed; read once.
 *
 * <p>A value is a {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code LocalDateTime}, {@code OffsetDateTime} or
 * {@code String}, or null.
 */
public final class ForeignRows implements AutoCloseable {

    /** Rows fetched at a time, so that a large answer is never held whole. */
    static final int FETCHED = 2_000;

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    private enum Kind {
        NUMBER,
        FLAG,
        DAY,
        TIME,
        TIME_IN_UTC,
        TIME_WITH_OFFSET,
        OTHER
    }

    /** Takes the connection over and closes it at the end. */
    ForeignRows(Connection connection, PreparedStatement statement) throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.rows = statement.executeQuery();
        ResultSetMetaData shape = rows.getMetaData();
        boolean instants = ForeignDatabase.isMaria(connection);
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnLabel(i));
            kinds.add(kind(shape.getColumnType(i), shape.getColumnTypeName(i), instants));
        }
    }

    /** The names of the columns. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /** The next row, or null after the last. */
    public @Nullable Object @Nullable [] next() {
        try {
            if (!rows.next()) {
                return null;
            }
            @Nullable Object[] values = new Object[kinds.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(i + 1, kinds.get(i));
            }
            return values;
        } catch (SQLException e) {
            throw ForeignDatabase.failed(e);
        }
    }

    @Override
    public void close() {
        try (connection;
                statement;
                rows) {
            connection.rollback();
        } catch (SQLException e) {
            throw ForeignDatabase.failed(e);
        }
    }

    private static Kind kind(int type, String name, boolean maria) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("timestamptz") || lower.contains("with time zone")) {
            return Kind.TIME_WITH_OFFSET;
        }
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> Kind.NUMBER;
            case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
            case Types.DATE -> Kind.DAY;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIME_WITH_OFFSET;
            // MariaDB keeps TIMESTAMP as an instant and DATETIME as it was written; the session is in UTC.
            case Types.TIMESTAMP -> maria && lower.equals("timestamp") ? Kind.TIME_IN_UTC : Kind.TIME;
            default -> Kind.OTHER;
        };
    }

    private @Nullable Object value(int column, Kind kind) throws SQLException {
        Object raw = rows.getObject(column);
        if (raw == null) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> number(raw);
            case FLAG -> raw instanceof Boolean flag ? flag : number(raw);
            case DAY -> rows.getObject(column, LocalDate.class);
            case TIME -> rows.getObject(column, LocalDateTime.class);
            case TIME_IN_UTC -> rows.getObject(column, LocalDateTime.class).atOffset(ZoneOffset.UTC);
            case TIME_WITH_OFFSET -> rows.getObject(column, OffsetDateTime.class);
            case OTHER -> raw instanceof Number ? number(raw) : rows.getString(column);
        };
    }

    /** Numbers exactly as their shortest decimal form says; what is none (NaN) stays a word. */
    private static Object number(Object raw) {
        if (raw instanceof BigDecimal exact) {
            return exact;
        }
        if (raw instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        try {
            return new BigDecimal(raw.toString());
        } catch (NumberFormatException e) {
            return raw.toString();
        }
    }
}
