package dev.ukur.insights;

import dev.ukur.model.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that shows what an answer rests on. Its heading is the text {@code finding.table.NAME}, the heading of a column
 * {@code finding.column.NAME}.
 *
 * @param name of the table, snake_case, told apart from the others of the same finding
 * @param columns in order
 * @param rows one term a column
 * @param better which way its contributions help the goal
 */
public record Evidence(String name, List<Column> columns, List<List<Term>> rows, Direction better) {

    /** What a column holds. */
    public enum Kind {
        /** Names and sentences. */
        WORDS,
        /** Days and periods. */
        TIME,
        /** Amounts, changes and intervals. */
        NUMBER
    }

    /** A column, by its name for scripts. */
    public record Column(String name, Kind kind) {}

    public Evidence {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Term> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table " + name + " has " + columns.size() + " columns, a row " + row.size());
            }
        }
    }

    /** An empty table without columns, to be built. */
    public static Evidence of(String name) {
        return new Evidence(name, List.of(), List.of(), Direction.NEUTRAL);
    }

    /** This table as one whose contributions help the goal when they go a way. */
    public Evidence better(Direction direction) {
        return new Evidence(name, columns, rows, direction);
    }

    /** This table with one more column of names; before there are rows. */
    public Evidence words(String column) {
        return column(column, Kind.WORDS);
    }

    /** This table with one more column of periods; before there are rows. */
    public Evidence time(String column) {
        return column(column, Kind.TIME);
    }

    /** This table with one more column of numbers; before there are rows. */
    public Evidence number(String column) {
        return column(column, Kind.NUMBER);
    }

    /** This table with one more row. */
    public Evidence row(Term... terms) {
        List<List<Term>> more = new ArrayList<>(rows);
        more.add(List.of(terms));
        return new Evidence(name, columns, more, better);
    }

    /** This table with more rows. */
    public Evidence rows(List<List<Term>> others) {
        List<List<Term>> more = new ArrayList<>(rows);
        more.addAll(others);
        return new Evidence(name, columns, more, better);
    }

    private Evidence column(String column, Kind kind) {
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column(column, kind));
        return new Evidence(name, more, rows, better);
    }
}
