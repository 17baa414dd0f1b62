package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps the roll-ups and kept facts: made anew when their definition or the engine is another than the one that made them, and renewed
 * in the transaction of each load for what that load touched.
 */
final class Rollups {

    private static final String VERSION = "rollup_version";

    private final Connection connection;

    Rollups(Connection connection) {
        this.connection = connection;
    }

    /** Makes them, unless those at hand are of this definition and engine. */
    void ensure() throws SQLException {
        if (isCurrent()) {
            return;
        }
        connection.setAutoCommit(false);
        try {
            rebuild();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Renews, in the open transaction, what a load touched. */
    void refresh(long load) throws SQLException {
        String touched = "(load_id = " + load + " or superseded_by = " + load + ")";
        run(
                "create or replace temp table touched_days as" + " select distinct period_start from main.visits where "
                        + touched,
                "create or replace temp table rolled_visitors as"
                        + " select distinct visitor_id from main.visits where " + touched,
                "create or replace temp table touched_visits as " + touchedVisits(load),
                "create or replace temp table told_visits as select cast(1 as bigint) as sign, * from temp.touched_visits"
                        + " where superseded_by is null union all select cast(-1 as bigint), * from temp.touched_visits"
                        + " where load_id <> " + load);
        for (Rollup rollup : Rollup.all()) {
            switch (rollup.kind()) {
                case SUMS -> refreshSums(rollup);
                case DISTINCT -> {
                    addVisitors(rollup);
                    settle(rollup, List.of("visitors"), "visitors < 0");
                }
                case PAIRS -> {
                    VisitorPairs pairs = new VisitorPairs(rollup);
                    addVisitors(rollup);
                    settle(rollup, pairs.columns(), pairs.takesBack());
                }
            }
        }
        run(
                "drop table told_visits",
                "drop table touched_visits",
                "drop table rolled_visitors",
                "drop table touched_days");
    }

    /** What the roll-ups of visitors read, now and as told before, of those whom the load touched. */
    private static String touchedVisits(long load) {
        return "select v.load_id, v.superseded_by, v.period_start, v.visitor_id, v.channel, v.device, v.is_new,"
                + " v.bounced, v.engaged, v.duration_s, v.pageviews, v.purchases, v.form_submits, v.sign_ups,"
                + " v.add_to_carts, v.checkouts from main.visits v"
                + " semi join temp.rolled_visitors t on t.visitor_id = v.visitor_id"
                + " where v.superseded_by is null or v.superseded_by = " + load;
    }

    private void refreshSums(Rollup rollup) throws SQLException {
        String touched = "period_start in (select period_start from temp.touched_days)";
        run(
                "delete from main." + rollup.table() + " where " + touched,
                "insert into main." + rollup.table() + " " + sums(rollup) + " and " + touched + " group by all");
    }

    private void rebuild() throws SQLException {
        run("create or replace temp view told_visits as"
                + " select cast(1 as bigint) as sign, * from main.visits where superseded_by is null");
        for (Rollup rollup : Rollup.all()) {
            run(table(rollup));
        }
        // a new workspace has none, and planning sums of nothing is what takes its time
        if (holds("select 1 from told_visits limit 1")) {
            for (Rollup rollup : Rollup.all()) {
                addVisitors(rollup);
            }
        }
        new KeptFacts(connection).rebuild();
        run(
                "drop view told_visits",
                "create or replace table main." + VERSION + " as select " + Sql.literal(definition())
                        + " as definition");
    }

    /** The table, with its sums; those of visitors without rows. */
    private static String table(Rollup rollup) {
        return switch (rollup.kind()) {
            case SUMS ->
                "create or replace table main." + rollup.table() + " as " + sums(rollup)
                        + " group by all order by period_start";
            case DISTINCT ->
                "create or replace table main." + rollup.table() + " (who varchar, cut varchar, member varchar,"
                        + " period_start date, period_end date, earlier date, visitors bigint)";
            case PAIRS -> new VisitorPairs(rollup).table();
        };
    }

    /** What the told visits add to a roll-up of visitors. */
    private void addVisitors(Rollup rollup) throws SQLException {
        switch (rollup.kind()) {
            case SUMS -> {} // made with its rows
            case DISTINCT -> addDistinct(rollup);
            case PAIRS -> run(new VisitorPairs(rollup).additions());
        }
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

    /** For each group of visitors: once over all visits, then once for each dimension. */
    private void addDistinct(Rollup rollup) throws SQLException {
        for (Map.Entry<String, Rollup.Aggregate> who : rollup.aggregates().entrySet()) {
            run(distinct(who, "", "cast(null as varchar)"));
            for (String dimension : rollup.dimensions()) {
                run(distinct(who, dimension, dimension));
            }
        }
    }

    private static String distinct(Map.Entry<String, Rollup.Aggregate> who, String cut, String member) {
        String filter = who.getValue().filter();
        return SqlResource.read("visitor_days.sql")
                .replace("{{who}}", who.getKey())
                .replace("{{cut}}", cut)
                .replace("{{member}}", member)
                .replace("{{filter}}", filter.isEmpty() ? "true" : filter);
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
                + SqlResource.read("visitor_days.sql") + Rollup.RATIOS + SqlResource.read("visitor_pairs.sql")
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
