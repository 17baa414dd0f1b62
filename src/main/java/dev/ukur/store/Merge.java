package dev.ukur.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Superseding: staged rows against the current rows of a table, by key. A row whose fingerprint differs supersedes the
 * earlier version, a new key is added, an equal row is left alone. Nothing is ever overwritten.
 */
final class Merge {

    /** How many rows were new, changed and unchanged, and how many current rows vanished (only within a scope). */
    record Counts(long added, long changed, long unchanged, long gone) {

        Counts plus(Counts other) {
            return new Counts(
                    added + other.added, changed + other.changed, unchanged + other.unchanged, gone + other.gone);
        }
    }

    private final Connection connection;
    private final TableShape shape;
    private final String stage;
    private final List<String> columns;

    /**
     * @param stage name of the temporary table with {@code source_line} and the columns
     */
    Merge(Connection connection, TableShape shape, String stage, List<String> columns) {
        this.connection = connection;
        this.shape = shape;
        this.stage = stage;
        this.columns = columns;
    }

    /**
     * Merges inside the connection's open transaction.
     *
     * @param load number of the load
     * @param scope condition on current rows {@code t}: those that match it and are absent from the stage are
     *     superseded too; empty to leave absent rows alone
     */
    Counts run(long load, Optional<String> scope) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(matched());
            long gone = scope.isPresent() ? statement.executeUpdate(supersedeGone(load, scope.get())) : 0;
            statement.executeUpdate(supersedeChanged(load));
            statement.executeUpdate(insert(load));
            Counts counts = count(statement, gone);
            statement.execute("drop table matched");
            return counts;
        }
    }

    /** What tells versions of a row apart: the columns of this load as SQL; others stay null. */
    static String fingerprint(TableShape shape, List<String> columns) {
        List<String> parts = new ArrayList<>();
        for (String column : shape.columns().keySet()) {
            if (columns.contains(column)) {
                parts.add("coalesce(cast(\"" + column + "\" as varchar), chr(0))");
            }
        }
        // one concat: a chain of || would copy the growing text once a column
        return "md5_number_lower(concat('"
                + String.join(",", columns.stream().sorted().toList()) + "', chr(30), "
                + String.join(", chr(31), ", parts) + "))";
    }

    /** Each staged row, by its place in the stage, with its fingerprint and the current row of its key, if any. */
    private String matched() {
        List<String> keys = shape.key().stream().filter(columns::contains).toList();
        List<String> conditions = new ArrayList<>();
        for (String column : shape.key()) {
            String incoming = columns.contains(column) ? "i.\"" + column + '"' : "null";
            conditions.add("t.\"" + column + "\" is not distinct from " + incoming);
        }
        return "create or replace temp table matched as"
                + " select i.row_no, i.row_hash, t.rowid as current_row, t.row_hash = i.row_hash as same"
                + " from (select rowid as row_no, " + String.join(", ", Stage.quoted(keys)) + ", "
                + fingerprint(shape, columns)
                + " as row_hash from temp." + stage + ") i"
                + " left join main." + shape.name() + " t on t.superseded_by is null and "
                + String.join(" and ", conditions);
    }

    private String supersedeGone(long load, String scope) {
        return "update main." + shape.name() + " as t set superseded_by = " + load
                + " where t.superseded_by is null and (" + scope + ")"
                + " and t.rowid not in (select current_row from matched where current_row is not null)";
    }

    private String supersedeChanged(long load) {
        return "update main." + shape.name() + " set superseded_by = " + load
                + " where rowid in (select current_row from matched where not same)";
    }

    private String insert(long load) {
        String names = String.join(", ", Stage.quoted(columns));
        return "insert into main." + shape.name() + " (load_id, source_line, row_hash, " + names + ") select " + load
                + ", i.source_line, m.row_hash, " + names + " from temp." + stage
                + " i join matched m on m.row_no = i.rowid where m.current_row is null or not m.same";
    }

    private static Counts count(Statement statement, long gone) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select count(*) filter (where current_row is null),
                       count(*) filter (where not same),
                       count(*) filter (where same)
                from matched
                """)) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), gone);
        }
    }
}
