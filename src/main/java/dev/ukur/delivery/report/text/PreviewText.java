package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.Preview;
import java.util.TreeMap;

/** How a file would be read: what decided its numbers and dates, then its first rows as understood. */
final class PreviewText {

    private static final int MOST_CHARS = 28;

    private final Messages say;
    private final Ink ink;

    PreviewText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    void write(StringBuilder text, Preview preview) {
        String example = (preview.decimals().equals("dot") ? preview.dotExample() : preview.commaExample()).orElse("–");
        text.append("  ")
                .append(say.text("preview.numbers." + preview.decimals(), "example", example))
                .append('\n');
        new TreeMap<>(preview.dates())
                .forEach((column, order) -> text.append("  ")
                        .append(say.text("preview.dates." + order, "column", column))
                        .append('\n'));
        if (!preview.rows().isEmpty()) {
            text.append("  ")
                    .append(say.text("preview.rows", "table", preview.table()))
                    .append('\n');
            text.append(rows(preview).indent(4));
        }
    }

    /** A row a column, for a table may have many. */
    private String rows(Preview preview) {
        TextTable table = new TextTable().words("");
        for (int row = 1; row <= preview.rows().size(); row++) {
            table.words(say.text("preview.row", "number", row));
        }
        for (int i = 0; i < preview.columns().size(); i++) {
            int column = i;
            java.util.List<String> cells = new java.util.ArrayList<>(
                    java.util.List.of(preview.columns().get(i)));
            preview.rows().forEach(row -> cells.add(shortened(row.get(column))));
            table.row(cells);
        }
        return table.draw(ink);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS - 1) + "…" : line.isEmpty() ? "–" : line;
    }
}
