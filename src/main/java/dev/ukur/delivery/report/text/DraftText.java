package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A drafted source profile as YAML: what was guessed is marked, and what it was guessed from stands beside it. */
final class DraftText {

    private static final int MOST_CHARS = 60;

    private final Messages say;

    DraftText(Messages say) {
        this.say = say;
    }

    String yaml(Draft draft) {
        StringBuilder yaml = new StringBuilder();
        comment(yaml, "draft.head", Map.of("file", plain(draft.file())));
        yaml.append("profile: ").append(name(draft)).append('\n').append("version: 1\n");
        yaml.append("verified: false\n");
        yaml.append("about: {id: ")
                .append(quoted(name(draft)))
                .append(", en: ")
                .append(quoted(name(draft)))
                .append("}\n");
        if (draft.target().isEmpty()) {
            comment(yaml, "draft.target.unknown", Map.of());
        }
        yaml.append("target: ")
                .append(draft.target().orElse("costs"))
                .append(guess())
                .append('\n');
        detect(yaml, draft);
        read(yaml, draft);
        locale(yaml, draft);
        columns(yaml, draft);
        personal(yaml, draft);
        return yaml.toString();
    }

    private void detect(StringBuilder yaml, Draft draft) {
        comment(yaml, "draft.detect", Map.of());
        yaml.append("detect:\n  container: [").append(draft.container()).append("]\n  all:\n");
        draft.columns().stream()
                .filter(column -> column.canonical().isPresent())
                .forEach(column ->
                        yaml.append("    - ").append(quoted(column.header())).append('\n'));
        if (draft.columns().stream().noneMatch(column -> column.canonical().isPresent())) {
            draft.columns()
                    .forEach(column -> yaml.append("    - ")
                            .append(quoted(column.header()))
                            .append('\n'));
        }
    }

    private void read(StringBuilder yaml, Draft draft) {
        if (!draft.preamble().isEmpty()) {
            comment(yaml, "draft.preamble", Map.of());
            draft.preamble()
                    .forEach(line -> yaml.append("#   ").append(plain(line)).append('\n'));
        }
        yaml.append("read:\n  header_within: ")
                .append(Math.max(draft.headerRow(), 3))
                .append('\n');
        draft.sheet()
                .ifPresent(sheet -> yaml.append("  sheet: ")
                        .append(quoted("^" + escaped(sheet) + "$"))
                        .append('\n'));
        if (!draft.totals().isEmpty()) {
            comment(yaml, "  ", "draft.totals", Map.of("labels", plain(String.join(" | ", draft.totals()))));
            yaml.append("  drop_rows: [{col: 1, re: '^(grand |overall )?(total|subtotal|jumlah|summe|gesamt)\\b',"
                    + " as: control_total}]\n");
        }
    }

    private void locale(StringBuilder yaml, Draft draft) {
        String example = plain(draft.numberExample().orElse("-"));
        if (draft.decimals().isPresent()) {
            comment(yaml, "draft.numbers." + draft.decimals().get(), Map.of("example", example));
        } else if (draft.numberExample().isPresent()) {
            comment(yaml, "draft.numbers.open", Map.of("example", example));
        }
        yaml.append("locale: {number: ").append(draft.decimals().orElse("auto"));
        yaml.append(", nulls: ['', '-', '--']}\n");
    }

    private void columns(StringBuilder yaml, Draft draft) {
        yaml.append("columns:\n");
        draft.columns().stream()
                .filter(column -> column.canonical().isPresent())
                .forEach(column -> yaml.append("  ")
                        .append(column.canonical().get())
                        .append(": ")
                        .append(rule(column))
                        .append(guess())
                        .append(evidence(column))
                        .append('\n'));
        List<Draft.Column> open = draft.columns().stream()
                .filter(column -> column.canonical().isEmpty() && !column.personal())
                .toList();
        if (!open.isEmpty()) {
            comment(yaml, "  ", "draft.open", Map.of());
            open.forEach(column -> yaml.append("  # column: ")
                    .append(rule(column))
                    .append(evidence(column))
                    .append('\n'));
        }
    }

    private void personal(StringBuilder yaml, Draft draft) {
        List<String> personal = draft.columns().stream()
                .filter(Draft.Column::personal)
                .map(column -> quoted(column.header()))
                .toList();
        if (!personal.isEmpty()) {
            comment(yaml, "draft.personal", Map.of());
            yaml.append("pii: [").append(String.join(", ", personal)).append("]\n");
        }
    }

    private static String rule(Draft.Column column) {
        return "{from: " + quoted(column.header()) + ", type: " + column.type().word() + "}";
    }

    private String evidence(Draft.Column column) {
        StringBuilder text = new StringBuilder();
        if (!column.examples().isEmpty()) {
            text.append(text.isEmpty() ? "  # " : "; ")
                    .append(say.text("draft.examples", "cells", plain(String.join(" | ", column.examples()))));
        }
        Optional<String> order = column.dateOrder();
        order.ifPresent(found -> text.append(text.isEmpty() ? "  # " : "; ").append(say.text("draft.dates." + found)));
        return text.toString();
    }

    private String guess() {
        return "  # " + say.text("draft.guess");
    }

    private void comment(StringBuilder yaml, String key, Map<String, Object> facts) {
        comment(yaml, "", key, facts);
    }

    private void comment(StringBuilder yaml, String indent, String key, Map<String, Object> facts) {
        yaml.append(indent).append("# ").append(say.text(key, facts)).append('\n');
    }

    private static String name(Draft draft) {
        String file = draft.file().replace('\\', '/');
        String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        String word =
                base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return "own." + (word.isEmpty() ? "report" : word);
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }

    /** A text of the file between single quotes; what would end the line is left out. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }

    /** A text of the file in a comment: one line, not too long. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) + "…" : line;
    }
}
