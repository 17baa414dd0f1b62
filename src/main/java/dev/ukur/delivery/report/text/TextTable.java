package dev.ukur.delivery.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right, two blanks between. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private record Column(String head, boolean right) {}

    /** A cell with the ink its text is painted with, after its width is known. */
    record Cell(String text, UnaryOperator<String> ink) {}

    /** A column of words. */
    TextTable words(String head) {
        columns.add(new Column(head, false));
        return this;
    }

    /** A column of numbers. */
    TextTable numbers(String head) {
        columns.add(new Column(head, true));
        return this;
    }

    /** A row of plain cells, one a column. */
    TextTable row(List<String> cells) {
        rows.add(cells.stream()
                .map(text -> new Cell(text, UnaryOperator.identity()))
                .toList());
        return this;
    }

    /** A row whose cells have their own ink. */
    TextTable painted(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The table with its heads, each line ended. */
    String draw(Ink ink) {
        StringBuilder text = new StringBuilder();
        List<Cell> heads = columns.stream()
                .map(column -> new Cell(column.head(), ink::faint))
                .toList();
        line(text, heads);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<Cell> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = cells.get(i);
            boolean last = i == columns.size() - 1;
            String padding = " ".repeat(width(i) - length(cell.text()));
            String painted = cell.text().isEmpty() ? "" : cell.ink().apply(cell.text());
            line.append(columns.get(i).right() ? padding + painted : last ? painted : painted + padding);
            line.append(last ? "" : GAP);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int widest = length(columns.get(column).head());
        for (List<Cell> row : rows) {
            widest = Math.max(widest, length(row.get(column).text()));
        }
        return widest;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
