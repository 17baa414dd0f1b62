package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the roll-ups and kept facts: made anew when their definition or the engine is another than the one that made them, and renewed
 * in the transaction of each load for what that load touched.
 */
final class Rollups {

    private static final String VERSION = "rollup_version";

    /** Visits for which all cuts are made in one go. */
    private static final int MOST_TOGETHER = 20_000;

    private final Connection connection;

    Rollups(Connection connection) {
        this.connection = connection;
    }

    /** Makes them, unless those at hand are of this definition and engine. */
    void ensure() throws SQLException {
        if (isCurrent()) {
            return;
        }
        DuckDbFile.bound(connection);
        connection.setAutoCommit(false);
        try {
            rebuild();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
            DuckDbFile.widen(connection);
        }
    }

    /** Renews, in the open transaction, what a load touched. */
    void refresh(long load) throws SQLException {
        String touched = "(load_id = " + load + " or superseded_by = " + load + ")";
        run(
                "create or replace temp table touched_days as select distinct period_start from main.visits where "
                        + touched,
                rolledVisitors("superseded_by is null or superseded_by = " + load, touched),
                toldVisits(
                        "v.load_id <> " + load + " and (v.superseded_by is null or v.superseded_by = " + load + ")"));
        addVisitors();
        for (Rollup rollup : Rollup.all()) {
            switch (rollup.kind()) {
                case SUMS -> refreshSums(rollup);
                case DISTINCT -> settle(rollup, List.of("visitors"), "visitors < 0");
                case PAIRS -> {
                    VisitorPairs pairs = new VisitorPairs(rollup);
                    settle(rollup, pairs.columns(), pairs.takesBack());
                }
            }
        }
        run("drop table told_visits", "drop table rolled_visitors", "drop table touched_days");
    }

    /** The visitors of some visits, and whether they were seen more than once. */
    private static String rolledVisitors(String known, String touched) {
        return "create or replace temp table rolled_visitors as select visitor_id, count(*) > 1 as returns"
                + " from main.visits where (" + known + ") and visitor_id in"
                + " (select visitor_id from main.visits where " + touched + ") group by visitor_id";
    }

    /** What the roll-ups of visitors read: visits told now, and those told before, of the rolled visitors. */
    private static String toldVisits(String before) {
        return "create or replace temp table told_visits as select told.sign, t.rowid as visitor, t.returns,"
                + " v.period_start, v.channel, v.device, v.is_new, v.bounced, v.engaged, v.duration_s, v.pageviews,"
                + " v.purchases, v.form_submits, v.sign_ups, v.add_to_carts, v.checkouts from main.visits v"
                + " join temp.rolled_visitors t on t.visitor_id = v.visitor_id"
                + " join (values (cast(1 as bigint)), (-1)) as told (sign)"
                + " on case told.sign when 1 then v.superseded_by is null else " + before + " end";
    }

    private void refreshSums(Rollup rollup) throws SQLException {
        String touched = "period_start in (select period_start from temp.touched_days)";
        run(
                "delete from main." + rollup.table() + " where " + touched,
                "insert into main." + rollup.table() + " " + sums(rollup) + " and " + touched + " group by all");
    }

    private void rebuild() throws SQLException {
        run(rolledVisitors("superseded_by is null", "true"), toldVisits("false"));
        for (Rollup rollup : Rollup.all()) {
            run(table(rollup));
        }
        // a new workspace has none, and planning sums of nothing is what takes its time
        if (holds("select 1 from told_visits limit 1")) {
            addVisitors();
        }
        new KeptFacts(connection).rebuild();
        run(
                "drop table told_visits",
                "drop table rolled_visitors",
                "create or replace table main." + VERSION + " as select " + Sql.literal(definition())
                        + " as definition");
    }

    /** The table, with its sums; those of visitors without rows. */
    private static String table(Rollup rollup) {
        return switch (rollup.kind()) {
            case SUMS ->
                "create or replace table main." + rollup.table() + " as " + sums(rollup)
                        + " group by all order by period_start";
            case DISTINCT -> new VisitorDays(rollup).table();
            case PAIRS -> new VisitorPairs(rollup).table();
        };
    }

    /** What the told visits add to the roll-ups of visitors. */
    private void addVisitors() throws SQLException {
        VisitorDays days = new VisitorDays(Rollup.of(Rollup.Kind.DISTINCT));
        VisitorPairs pairs = new VisitorPairs(Rollup.of(Rollup.Kind.PAIRS));
        ToldDays told = new ToldDays(days, pairs);
        for (List<String> asked : portions(told.asked())) {
            run(told.table(asked), days.addition(), pairs.addition());
        }
        run("drop view told_days", "drop table returning_days");
    }

    /** Together where planning costs more than running; one by one where there is much to sort. */
    private List<List<String>> portions(List<String> asked) throws SQLException {
        return holds("select 1 from temp.told_visits offset " + MOST_TOGETHER + " limit 1")
                ? asked.stream().map(List::of).toList()
                : List.of(asked);
    }

    private static String sums(Rollup rollup) {
        String columns = rollup.aggregates().entrySet().stream()
                .map(sum -> sql(sum.getValue()) + " as " + sum.getKey())
                .collect(Collectors.joining(", "));
        return "select period_start, period_end, " + String.join(", ", rollup.dimensions()) + ", " + columns
                + " from main." + rollup.of() + " where superseded_by is null";
    }

    static String sql(Rollup.Aggregate aggregate) {
        String filter = aggregate.filter().isEmpty() ? "" : " filter (where " + aggregate.filter() + ")";
        return "cast(" + aggregate.function() + "(" + aggregate.of() + ")" + filter + " as bigint)";
    }

    /** Rows that were taken back leave together with the rows they take back. */
    private void settle(Rollup rollup, List<String> numbers, String takesBack) throws SQLException {
        String table = "main." + rollup.table();
        if (holds("select 1 from " + table + " where " + takesBack + " limit 1")) {
            String sums = numbers.stream()
                    .map(number -> "cast(sum(" + number + ") as bigint) as " + number)
                    .collect(Collectors.joining(", "));
            String something =
                    numbers.stream().map(number -> "sum(" + number + ") <> 0").collect(Collectors.joining(" or "));
            run(
                    "create or replace temp table settled as select * replace (" + sums + ") from " + table
                            + " group by all having " + something,
                    "delete from " + table,
                    "insert into " + table + " select * from temp.settled",
                    "drop table settled");
        }
    }

    private boolean isCurrent() throws SQLException {
        if (!holds("select 1 from duckdb_tables() where table_name = " + Sql.literal(VERSION))) {
            return false;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from main." + VERSION + " where definition = ?")) {
            statement.setString(1, definition());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private String definition() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion() + " " + Rollup.all() + " "
                + SqlResource.read("told_days.sql") + SqlResource.read("visitor_days.sql") + Rollup.RATIOS
                + SqlResource.read("visitor_pairs.sql")
                + KeptFact.all() + Migrations.newest();
    }

    private boolean holds(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private void run(String... scripts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
