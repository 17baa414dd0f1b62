package dev.ukur.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes a person out of a store: in every version of every row, each of their pseudonyms becomes a new one that nothing
 * leads back to, so that all sums and counts of people stay as they were. What is free text beside it goes. Their plain
 * data and rejected rows go as a whole, and their hashes are written down so that an import does not bring them back.
 */
final class Erasure {

    /** What is removed from a row beside the pseudonym: all that is free text. */
    private static final Map<String, List<String>> FREE_TEXT = Map.of(
            "events",
            List.of(
                    "extra = null",
                    "properties = null",
                    "page_url = regexp_replace(page_url, '[?#].*', '')",
                    "referrer_url = regexp_replace(referrer_url, '[?#].*', '')",
                    "visit_id = md5(coalesce(anonymous_id, user_id, event_id) || visit_id)"),
            "visits",
            List.of("visit_id = md5(visitor_id || visit_id)"));

    private final Connection connection;
    private final Collection<TableShape> tables;
    private final Map<String, Long> rows = new TreeMap<>();

    Erasure(Connection connection, Collection<TableShape> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /**
     * Erases in the open transaction.
     *
     * @param names pseudonyms by which the person may be known
     */
    Erased run(Collection<String> names, Instant now) throws SQLException {
        run("create or replace temp table erase_map (old varchar primary key, fresh varchar, kind varchar)");
        for (String name : names) {
            find(name);
        }
        String links = SqlResource.read("erase_links.sql");
        while (update(links) > 0) {
            // each round may know them by one more name
        }
        boolean isKnown = number("select count(*) from temp.erase_map") > 0;
        for (TableShape table : tables) {
            if (isKnown && number("select count(*) from main." + table.name()) > 0) {
                erase(table);
            }
        }
        forgetPlain(now);
        writeDown(now);
        long people = number("select count(*) from temp.erase_map where kind = 'person'");
        long visitors = number("select count(*) from temp.erase_map where kind = 'visitor'");
        run("drop table temp.erase_map");
        rows.values().removeIf(count -> count == 0);
        return new Erased(people, visitors, rows);
    }

    /** Notes a name under which anything is kept. */
    private void find(String name) throws SQLException {
        List<String> places = new ArrayList<>();
        for (PseudonymColumn column : columns()) {
            places.add("select '" + column.kind() + "' as kind from main." + column.table() + " where " + column.name()
                    + " = ?");
        }
        places.add("select 'person' from pii.persons where person_key = ?");
        if (name.matches("[0-9a-f]{32}")) {
            places.add("select 'person' from main.rejects where contains(raw_row, ?)");
        }
        String sql = "insert into temp.erase_map select ?, 'erased-' || uuid(), min(kind) from ("
                + String.join(" union all ", places) + ") having count(*) > 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= places.size() + 1; i++) {
                statement.setString(i, name);
            }
            statement.executeUpdate();
        }
    }

    private void erase(TableShape table) throws SQLException {
        List<PseudonymColumn> named = columns().stream()
                .filter(column -> column.table().equals(table.name()))
                .toList();
        String name = "main." + table.name();
        run("create or replace temp table erased_rows as select rowid as row_no from " + name + " where "
                + (named.isEmpty()
                        ? "false"
                        : String.join(
                                " or ", named.stream().map(Erasure::isNamed).toList())));
        for (PseudonymColumn column : named) {
            run("update " + name + " as t set " + column.name() + " = m.fresh from temp.erase_map m where t."
                    + column.name() + " = m.old");
        }
        String touched = " where rowid in (select row_no from temp.erased_rows)";
        for (String change : FREE_TEXT.getOrDefault(table.name(), List.of("extra = null"))) {
            run("update " + name + " set " + change + touched);
        }
        replaceWithin(
                name,
                table.columns().entrySet().stream()
                        .filter(column -> column.getValue() == TableShape.ColumnType.TEXT)
                        .map(column -> "t.\"" + column.getKey() + '"')
                        .toList());
        run("update " + name + " set row_hash = hash("
                + String.join(", ", Stage.quoted(List.copyOf(table.columns().keySet()))) + ")" + touched);
        rows.put(table.name(), number("select count(distinct row_no) from temp.erased_rows"));
        run("drop table temp.erased_rows");
    }

    private static String isNamed(PseudonymColumn column) {
        return column.name() + " in (select old from temp.erase_map)";
    }

    /** Pseudonyms that stand within a text, where an address stood; their rows join those that were erased. */
    private void replaceWithin(String table, List<String> texts) throws SQLException {
        String named = " from temp.erase_map m where m.kind = 'person' and length(m.old) = 32 and ";
        String mentions = texts.stream()
                .map(text -> "contains(" + text + ", m.old)")
                .collect(Collectors.joining(" or ", "(", ")"));
        long rowsThatMention = update("insert into temp.erased_rows select t.rowid from " + table
                + " t where exists (select 1" + named + mentions + ")");
        for (String text : rowsThatMention == 0 ? List.<String>of() : texts) {
            String replacing = "update " + table + " as t set " + text.substring(2) + " = replace(" + text
                    + ", m.old, m.fresh)" + named + "contains(" + text + ", m.old)";
            while (update(replacing) > 0) {
                // each round replaces one of the names in a text
            }
        }
    }

    private void forgetPlain(Instant now) throws SQLException {
        rows.put(
                "rejects",
                update("update main.rejects as r set raw_row = null, raw_value = null from temp.erase_map m"
                        + " where m.kind = 'person' and length(m.old) = 32"
                        + " and (contains(r.raw_row, m.old) or contains(r.raw_value, m.old))"));
        rows.put("persons", update("delete from pii.persons where person_key in (select old from temp.erase_map)"));
        try (PreparedStatement statement = connection.prepareStatement("insert into pii.erased select old, ?"
                + " from temp.erase_map where kind = 'person' and old not in (select person_key from pii.erased)")) {
            statement.setObject(1, DuckDbLoading.utc(now));
            statement.executeUpdate();
        }
    }

    private void writeDown(Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into main.erasures select ? where exists (select 1 from temp.erase_map)")) {
            statement.setObject(1, DuckDbLoading.utc(now));
            statement.executeUpdate();
        }
    }

    private record PseudonymColumn(String table, String name, String kind) {}

    private List<PseudonymColumn> columns() throws SQLException {
        List<PseudonymColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name, column_name, kind from pseudonym_column order by all")) {
            while (row.next()) {
                columns.add(new PseudonymColumn(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return columns;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
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
