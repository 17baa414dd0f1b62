package dev.ukur.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Keeps the table {@code visits} in step with {@code events}: the visitors a load touched are built anew. */
final class Visits {

    private static final String STAGE = "stage_visits";

    private static final String SCOPE = """
            exists (select 1 from temp.touched_visitors v
                    where v.account = t.account and v.visitor_id = t.visitor_id)""";

    /** Events sorted at a time. */
    private static final long SLICE_EVENTS = 1_000_000;

    /** Visits whose texts are fetched at a time. */
    private static final long PORTION_VISITS = 500_000;

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
        run(SqlResource.read("touched_visitors.sql")
                .replace("{{load}}", Long.toString(load))
                .replace("{{slice_events}}", Long.toString(SLICE_EVENTS)));
        run("create or replace temp table visit_numbers as " + numbers.replace("{{slice}}", "0"));
        long slices = number("select coalesce(max(slice) + 1, 0) from temp.touched_visitors");
        for (long slice = 1; slice < slices; slice++) {
            run("insert into temp.visit_numbers " + numbers.replace("{{slice}}", Long.toString(slice)));
        }
        stage();
        Merge merge = new Merge(connection, shape, STAGE, columns());
        return Merge.isFirst(connection, shape) ? merge.add(load) : merge.run(load, Optional.of(SCOPE));
    }

    /** Writes them down before they are merged: to join and to compress at once would need the memory of both. */
    private void stage() throws SQLException {
        List<String> portions = portions();
        run("create or replace temp table " + STAGE + " as " + portions.get(0));
        for (String portion : portions.subList(1, portions.size())) {
            run("insert into temp." + STAGE + " " + portion);
        }
    }

    /** The queries that give the visits with their texts. */
    private List<String> portions() throws SQLException {
        String visits = SqlResource.read("visits.sql")
                .replace("{{local_day}}", "cast(" + new DuckDbDialect().local("started_at", zone) + " as date)");
        long portions = 1 + number("select count(*) from temp.visit_numbers") / PORTION_VISITS;
        return LongStream.range(0, portions)
                .mapToObj(portion -> visits.replace("{{portions}}", Long.toString(portions))
                        .replace("{{portion}}", Long.toString(portion)))
                .toList();
    }

    private List<String> columns() {
        return shape.columns().keySet().stream()
                .filter(column -> !column.equals("extra"))
                .toList();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
