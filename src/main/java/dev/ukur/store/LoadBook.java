package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The book of loads and of rejected rows. */
final class LoadBook {

    private static final String COLUMNS = """
            load_id, file_name, file_sha256, profile, profile_version, account, loaded_at, rows_read, rows_loaded,
            rows_changed, rows_unchanged, rows_rejected, period_start, period_end, provisional_from, report""";

    /** Loads of older versions have no details. */
    private static final String DETAILS = "setting, coalesce(rows_gone, 0), reached";

    /** The setting of loads made before settings were written down. */
    static final String UNTOLD = "?";

    /** Rows that no later load, still in force, has read again. */
    private static final String WAITING = "(fixed_by is null or fixed_by in (select load_id from undone_loads))";

    private LoadBook() {}

    static void write(Connection connection, LoadRecord record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into loads (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            LoadRequest request = record.request();
            Object[] values = {
                record.id(),
                request.fileName(),
                request.sha256(),
                request.profile(),
                request.profileVersion(),
                request.account(),
                DuckDbLoading.utc(record.loadedAt()),
                record.read(),
                record.loaded(),
                record.changed(),
                record.unchanged(),
                record.rejected(),
                record.periodStart(),
                record.periodEnd(),
                record.provisionalFrom(),
                record.report()
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into load_details values (?, ?, ?, ?)")) {
            statement.setLong(1, record.id());
            statement.setString(2, record.request().setting());
            statement.setLong(3, record.gone());
            statement.setString(4, record.reached());
            statement.execute();
        }
    }

    /** Whether some bytes were ever loaded. Asked for every file, so without the engine's plan for all it could tell of them. */
    static boolean knows(Connection connection, String sha256) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select 1 from loads where file_sha256 = " + Sql.literal(sha256) + " limit 1")) {
            return row.next();
        }
    }

    static void write(Connection connection, long load, List<Loading.Reject> rejects) throws SQLException {
        if (rejects.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into rejects"
                + " (load_id, source_line, reason, column_name, raw_value, raw_row) values (?, ?, ?, ?, ?, ?)")) {
            for (Loading.Reject reject : rejects) {
                statement.setLong(1, load);
                statement.setLong(2, reject.line());
                statement.setString(3, reject.reason());
                statement.setString(4, reject.column());
                statement.setString(5, reject.value());
                statement.setString(6, reject.row());
                statement.execute();
            }
        }
    }

    static List<LoadRecord> read(Connection connection, String where, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + ", " + DETAILS
                + " from loads left join load_details using (load_id) where " + where + " order by load_id")) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<LoadRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(record(row));
                }
            }
            return records;
        }
    }

    private static LoadRecord record(ResultSet row) throws SQLException {
        return new LoadRecord(
                row.getLong(1),
                new LoadRequest(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        setting(row)),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(18),
                row.getObject(13, LocalDate.class),
                row.getObject(14, LocalDate.class),
                row.getObject(15, LocalDate.class),
                row.getString(16),
                row.getString(19));
    }

    private static String setting(ResultSet row) throws SQLException {
        String setting = row.getString(17);
        return setting == null ? UNTOLD : setting;
    }

    /** Hands the rows of one quarantine on to the load that read them again. */
    static void handOn(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update rejects set fixed_by = ? where load_id = ?" + " and raw_row is not null and " + WAITING)) {
            statement.setLong(1, to);
            statement.setLong(2, from);
            statement.execute();
        }
    }

    /** Forgets the texts of rows rejected before a moment; that there were such rows, and why, stays. */
    static int forgetRejects(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update rejects set raw_row = null,"
                + " raw_value = null where (raw_row is not null or raw_value is not null)"
                + " and load_id in (select load_id from loads where loaded_at < ?)")) {
            statement.setObject(1, DuckDbLoading.utc(before));
            return statement.executeUpdate();
        }
    }

    static List<Loading.Reject> rejects(Connection connection, long load) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select source_line, reason, column_name, raw_value, raw_row from rejects"
                        + " where load_id = ? and " + WAITING + " order by source_line")) {
            statement.setLong(1, load);
            List<Loading.Reject> rejects = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rejects.add(new Loading.Reject(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
            return rejects;
        }
    }
}
