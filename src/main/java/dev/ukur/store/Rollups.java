package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the roll-ups: made anew when their definition or the engine is another than the one that made them, and renewed
 * in the transaction of each load for what that load touched.
 */
final class Rollups {

    private static final String VERSION = "rollup_version";

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
                "create or replace temp table touched_days as select distinct period_start from main.visits where "
                        + touched,
                rolledVisitors("superseded_by is null or superseded_by = " + load, touched),
                toldVisits("v.load_id <> " + load + " and (v.superseded_by is null or v.superseded_by = " + load + ")"));
        for (Rollup rollup : Rollup.all()) {
            switch (rollup.kind()) {
                case SUMS -> refreshSums(rollup);
                case DISTINCT -> {
                    addDistinct(rollup);
                    settle(rollup, List.of("visitors"), "visitors < 0");
                }
                case PAIRS -> {
                    VisitorPairs pairs = new VisitorPairs(rollup);
                    addPairs(pairs);
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
            switch (rollup.kind()) {
                case SUMS ->
                    run("create or replace table main." + rollup.table() + " as " + sums(rollup)
                            + " group by all order by period_start");
                case DISTINCT -> {
                    run("create or replace table main." + rollup.table() + " (who varchar, cut varchar, member varchar,"
                            + " period_start date, period_end date, earlier date, visitors bigint)");
                    addDistinct(rollup);
                }
                case PAIRS -> {
                    VisitorPairs pairs = new VisitorPairs(rollup);
                    run(pairs.table());
                    addPairs(pairs);
                }
            }
        }
        run(
                "drop table told_visits",
                "drop table rolled_visitors",
                "create or replace table main." + VERSION + " as select " + Sql.literal(definition())
                        + " as definition");
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

    /** For each group of visitors: over all visits, and by each dimension. */
    private void addDistinct(Rollup rollup) throws SQLException {
        List<String> asked = new ArrayList<>();
        StringBuilder filter = new StringBuilder("case who");
        rollup.aggregates().forEach((who, aggregate) -> {
            asked.add("(" + Sql.literal(who) + ", '')");
            rollup.dimensions().forEach(cut -> asked.add("(" + Sql.literal(who) + ", " + Sql.literal(cut) + ")"));
            filter.append(" when ").append(Sql.literal(who)).append(" then ");
            filter.append(aggregate.filter().isEmpty() ? "true" : aggregate.filter());
        });
        for (List<String> portion : portions(asked)) {
            run(SqlResource.read("visitor_days.sql")
                    .replace("{{asked}}", String.join(", ", portion))
                    .replace("{{member}}", member(rollup))
                    .replace("{{filter}}", filter + " end"));
        }
    }

    private void addPairs(VisitorPairs pairs) throws SQLException {
        for (List<String> cuts : portions(pairs.cuts())) {
            run(pairs.addition(cuts));
        }
    }

    /** Together where planning costs more than running; one by one where there is much to sort. */
    private <T> List<List<T>> portions(List<T> asked) throws SQLException {
        return holds("select 1 from temp.told_visits offset " + MOST_TOGETHER + " limit 1")
                ? asked.stream().map(List::of).toList()
                : List.of(asked);
    }

    /** The member of the dimension that a row is cut by; none where it is not. */
    static String member(Rollup rollup) {
        return rollup.dimensions().stream()
                .map(dimension -> " when " + Sql.literal(dimension) + " then " + dimension)
                .collect(Collectors.joining("", "case cut", " end"));
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
                + SqlResource.read("visitor_days.sql") + Rollup.RATIOS + SqlResource.read("visitor_pairs.sql");
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
