package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a load back, as a load of its own: what the undone load brought is superseded, what it had superseded is brought
 * once more. Nothing is deleted, so a report as of an earlier moment stays as it was.
 */
final class Undo {

    private final Connection connection;
    private final Collection<TableShape> tables;
    private final LoadRecord undone;

    /** @param tables the canonical tables whose rows come from files, not those computed from others */
    Undo(Connection connection, Collection<TableShape> tables, LoadRecord undone) {
        this.connection = connection;
        this.tables = List.copyOf(tables);
        this.undone = undone;
    }

    /**
     * Why the load cannot be taken back: it was already, or a later load rests on it, because that one changed its rows
     * or found them again and so did not bring them itself.
     */
    Optional<Problem> obstacle() throws SQLException {
        if (number("select coalesce(max(undone_by), 0) from undone_loads where load_id = " + undone.id()) > 0) {
            return Optional.of(problem("load-undone-before"));
        }
        long later = Math.max(changedBy(), confirmedBy());
        return later == 0
                ? Optional.empty()
                : Optional.of(problem("load-built-on").with("later", later));
    }

    /** The newest load, not itself taken back, that superseded rows of this one. */
    private long changedBy() throws SQLException {
        long newest = 0;
        for (TableShape table : tables) {
            newest = Math.max(
                    newest,
                    number(brought(table) + "select coalesce(max(superseded_by), 0) from brought"
                            + " where superseded_by not in (select load_id from undone_loads)"));
        }
        return newest;
    }

    /**
     * The rows of the load, and their copies: a later load that superseded them and was taken back has brought them once
     * more under its undoing's number.
     */
    private String brought(TableShape table) {
        return """
                with recursive brought as (
                    select rowid as row_no, row_hash, superseded_by from main.%1$s where load_id = %2$d
                    union all
                    select t.rowid, t.row_hash, t.superseded_by
                    from brought b
                    join undone_loads u on u.load_id = b.superseded_by
                    join main.%1$s t on t.load_id = u.undone_by and t.row_hash = b.row_hash
                )
                """.formatted(table.name(), undone.id());
    }

    /** The newest later load of the same account and profile that found rows unchanged in the days of this one. */
    private long confirmedBy() throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("""
                select coalesce(max(load_id), 0) from loads
                where load_id > ? and account = ? and profile = ? and rows_unchanged > 0
                    and coalesce(period_start <= cast(? as date) and period_end >= cast(? as date), true)
                    and load_id not in (select load_id from undone_loads)
                """)) {
            question.setLong(1, undone.id());
            question.setString(2, undone.request().account());
            question.setString(3, undone.request().profile());
            question.setObject(4, undone.periodEnd());
            question.setObject(5, undone.periodStart());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Takes it back in the open transaction, under the number of a new load; answers how many rows came back. */
    long run(long load) throws SQLException {
        long restored = 0;
        try (Statement statement = connection.createStatement()) {
            for (TableShape table : tables) {
                String name = "main." + table.name();
                statement.executeUpdate("update " + name + " set superseded_by = " + load + " where rowid in ("
                        + brought(table) + "select row_no from brought where superseded_by is null)");
                restored += statement.executeUpdate("insert into " + name + " select * replace (" + load
                        + " as load_id, null as superseded_by) from " + name + " where superseded_by = " + undone.id());
            }
            statement.executeUpdate("insert into undone_loads values (" + undone.id() + ", " + load + ")");
        }
        return restored;
    }

    /** The first day that the rows brought back may still change; null when that is known of none of them. */
    @Nullable
    LocalDate provisionalFrom(long load) throws SQLException {
        LocalDate newest = null;
        for (TableShape table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select max(provisional_from) from loads where load_id in"
                            + " (select distinct load_id from main." + table.name() + " where superseded_by = "
                            + undone.id() + ") and load_id < " + load)) {
                row.next();
                LocalDate day = row.getObject(1, LocalDate.class);
                newest = newest == null || (day != null && day.isAfter(newest)) ? day : newest;
            }
        }
        return newest;
    }

    private long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Problem problem(String code) {
        return Problem.error(code, Location.of(undone.request().fileName())).with("load", undone.id());
    }

    /** The refusal, thrown. */
    void throwIfRefused() throws SQLException {
        Optional<Problem> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new ProblemException(obstacle.get());
        }
    }
}
