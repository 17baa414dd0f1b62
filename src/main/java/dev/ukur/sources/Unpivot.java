package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns whose header carries data (a day, a domain) become rows: each row of the file gives one row a such column,
 * with the cell as {@code $value} and the header's named groups as further fields. Without a pattern rows stay as they
 * are.
 */
final class Unpivot {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final Cell EMPTY = Cell.of("");

    private record Column(int index, List<Cell> groups) {}

    private final int width;
    private final List<String> groups;
    private final List<Column> columns;
    private final boolean active;

    private Unpivot(int width, List<String> groups, List<Column> columns, boolean active) {
        this.width = width;
        this.groups = groups;
        this.columns = columns;
        this.active = active;
    }

    static Unpivot of(List<String> header, Optional<Pattern> pattern) {
        if (pattern.isEmpty()) {
            return new Unpivot(header.size(), List.of(), List.of(), false);
        }
        List<String> groups = new ArrayList<>();
        Matcher names = GROUP.matcher(pattern.get().pattern());
        while (names.find()) {
            groups.add(names.group(1));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher matcher = pattern.get().matcher(header.get(i));
            if (matcher.find()) {
                columns.add(new Column(
                        i,
                        groups.stream()
                                .map(name -> Cell.of(matcher.group(name)))
                                .toList()));
            }
        }
        return new Unpivot(header.size(), groups, columns, true);
    }

    /** How many cells a row of the file has. */
    int width() {
        return width;
    }

    /** The names of the added fields. */
    List<String> fields() {
        if (!active) {
            return List.of();
        }
        List<String> fields = new ArrayList<>(List.of("$value"));
        groups.forEach(name -> fields.add("$" + name));
        return fields;
    }

    /** The rows one row of the file gives. */
    List<List<Cell>> rows(List<Cell> cells) {
        if (!active) {
            return List.of(cells);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Column column : columns) {
            List<Cell> row = new ArrayList<>(cells);
            row.add(cells.get(column.index()));
            row.addAll(column.groups());
            rows.add(row);
        }
        return rows;
    }

    /** A row that is not spread, with the added fields empty. */
    List<Cell> pad(List<Cell> cells) {
        if (!active) {
            return cells;
        }
        List<Cell> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(groups.size() + 1, EMPTY));
        return padded;
    }
}
