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
     * @param stage name of the temporary table with {@code source_line} and the columns; a view will do for {@link #add}
     */
    Merge(Connection connection, TableShape shape, String stage, List<String> columns) {
        this.connection = connection;
        this.shape = shape;
        this.stage = stage;
        this.columns = columns;
    }

    /** Whether a table has no rows yet: then there is nothing to compare with. */
    static boolean isFirst(Connection connection, TableShape shape) throws SQLException {
        return !holds(connection, "select 1 from main." + shape.name() + " where superseded_by is null limit 1");
    }

    /**
     * Whether a row of some keys is there already.
     *
     * @param keyed name of a temporary table or view with those columns of the key that the load gives
     */
    boolean meets(String keyed) throws SQLException {
        return holds(
                connection,
                "select 1 from temp." + keyed + " i join main." + shape.name() + " t on " + sameKey() + " limit 1");
    }

    private static boolean holds(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next();
        }
    }

    /** Adds rows of which none is there, inside the connection's open transaction. */
    Counts add(long load) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Counts(statement.executeUpdate(insert(load)), 0, 0, 0);
        }
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
            Met met = met(statement);
            if (met.changed() > 0) {
                statement.executeUpdate(recognise());
                met = met(statement);
            }
            long gone = scope.isPresent() ? statement.executeUpdate(supersedeGone(load, scope.get())) : 0;
            if (met.changed() > 0) {
                statement.executeUpdate(supersedeChanged(load));
            }
            long inserted = statement.executeUpdate(met.same() > 0 ? insert(load) + unlessSame() : insert(load));
            statement.execute("drop table matched");
            return new Counts(inserted - met.changed(), met.changed(), met.same(), gone);
        }
    }

    /** Of the staged rows whose keys are there already, how many differ from the current ones and how many do not. */
    private record Met(long changed, long same) {}

    /**
     * Tells most equal rows quickly. It is the engine's own hash, which another version of the engine may compute
     * otherwise: rows whose fingerprints differ are compared column by column.
     */
    private String fingerprint() {
        return "hash(" + String.join(", ", values("")) + ")";
    }

    /** All columns of the table, null where the load does not give them. */
    private List<String> values(String prefix) {
        return shape.columns().keySet().stream()
                .map(column -> columns.contains(column) ? prefix + '"' + column + '"' : "null")
                .toList();
    }

    /** Each staged row whose key is there already, by its place in the stage, with the current row of that key. */
    private String matched() {
        List<String> keys = shape.key().stream().filter(columns::contains).toList();
        return "create or replace temp table matched as"
                + " select i.row_no, t.rowid as current_row, t.row_hash = i.row_hash as same"
                + " from (select rowid as row_no, " + String.join(", ", Stage.quoted(keys)) + ", " + fingerprint()
                + " as row_hash from temp." + stage + ") i"
                + " join main." + shape.name() + " t on " + sameKey();
    }

    /** That a current row {@code t} has the key of a staged row {@code i}. */
    private String sameKey() {
        List<String> conditions = new ArrayList<>(List.of("t.superseded_by is null"));
        for (String column : shape.key()) {
            String incoming = columns.contains(column) ? "i.\"" + column + '"' : "null";
            conditions.add("t.\"" + column + "\" is not distinct from " + incoming);
        }
        return String.join(" and ", conditions);
    }

    /** Rows that are equal in all columns though their fingerprints are not. */
    private String recognise() {
        List<String> staged = values("i.");
        List<String> equal = new ArrayList<>();
        int place = 0;
        for (String column : shape.columns().keySet()) {
            equal.add("t.\"" + column + "\" is not distinct from " + staged.get(place++));
        }
        return "update matched set same = true where not same and row_no in (select m.row_no from matched m join temp."
                + stage + " i on i.rowid = m.row_no join main." + shape.name()
                + " t on t.rowid = m.current_row where not m.same and " + String.join(" and ", equal) + ")";
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
                + ", source_line, " + fingerprint() + ", " + names + " from temp." + stage;
    }

    private static String unlessSame() {
        return " where rowid not in (select row_no from matched where same)";
    }

    private static Met met(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) filter (where not same), count(*) filter (where same) from matched")) {
            row.next();
            return new Met(row.getLong(1), row.getLong(2));
        }
    }
}
