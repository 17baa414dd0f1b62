package dev.ukur.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Keeps the table {@code visits} in step with {@code events}: the visitors a load touched are built anew. */
final class Visits {

    private static final String SCOPE = """
            exists (select 1 from temp.touched_visitors v
                    where v.account = t.account and v.visitor_id = t.visitor_id)""";

    /** Events sorted at a time. */
    private static final long SLICE_EVENTS = 1_000_000;

    private final Connection connection;
    private final TableShape shape;
    private final ZoneId zone;

    Visits(Connection connection, TableShape shape, ZoneId zone) {
        this.connection = connection;
        this.shape = shape;
        this.zone = zone;
    }

    /** Rebuilds, in the open transaction, the visits of all visitors of whom this load brought or changed events. */
    Merge.Counts refresh(long load) throws SQLException {
        String numbers = SqlResource.read("visit_numbers.sql").replace("{{load}}", Long.toString(load));
        String visits = SqlResource.read("visits.sql")
                .replace("{{local_day}}", "cast(" + new DuckDbDialect().local("started_at", zone) + " as date)");
        boolean isFirst = Merge.isFirst(connection, shape);
        // an earlier load that this one corrects was taken back on the same connection: a view replaces no table
        String stage = isFirst ? "first_visits" : "stage_visits";
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.read("touched_visitors.sql")
                    .replace("{{load}}", Long.toString(load))
                    .replace("{{slice_events}}", Long.toString(SLICE_EVENTS)));
            statement.execute("create or replace temp table visit_numbers as " + numbers.replace("{{slice}}", "0"));
            long slices = slices(statement);
            for (long slice = 1; slice < slices; slice++) {
                statement.execute(
                        "insert into temp.visit_numbers " + numbers.replace("{{slice}}", Long.toString(slice)));
            }
            statement.execute("create or replace temp " + (isFirst ? "view " : "table ") + stage + " as " + visits);
        }
        List<String> columns = shape.columns().keySet().stream()
                .filter(column -> !column.equals("extra"))
                .toList();
        Merge merge = new Merge(connection, shape, stage, columns);
        return isFirst ? merge.add(load) : merge.run(load, Optional.of(SCOPE));
    }

    private static long slices(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(max(slice) + 1, 0) from temp.touched_visitors")) {
            row.next();
            return row.getLong(1);
        }
    }
}
