package dev.ukur.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Keeps the table {@code visits} in step with {@code events}: the visitors a load touched are built anew. */
final class Visits {

    private static final String TABLE = "visits";

    private static final String SCOPE = """
            exists (select 1 from temp.touched_visitors v
                    where v.account = t.account and v.visitor_id = t.visitor_id)""";

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
        String sql = SqlResource.read("visits.sql")
                .replace("{{load}}", Long.toString(load))
                .replace("{{local_day}}", "cast(" + new DuckDbDialect().local("started_at", zone) + " as date)");
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        List<String> columns = shape.columns().keySet().stream()
                .filter(column -> !column.equals("extra"))
                .toList();
        return new Merge(connection, shape, "stage_" + TABLE, columns).run(load, Optional.of(SCOPE));
    }
}
