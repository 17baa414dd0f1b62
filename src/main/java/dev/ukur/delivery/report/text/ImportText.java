package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.Preview;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an import did: a line a file, then totals and rejected rows where there are any, then the sum. */
final class ImportText {

    private final Messages say;
    private final Ink ink;

    ImportText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String files(ImportReport report) {
        TextTable table = new TextTable()
                .words(say.text("import.file"))
                .words(say.text("import.outcome"))
                .words(say.text("import.profile"));
        for (String count : List.of("read", "loaded", "changed", "unchanged", "rejected")) {
            table.numbers(say.text("import." + count));
        }
        List<FileReport> shown = report.files().stream()
                .filter(file -> file.outcome() != Outcome.SKIPPED)
                .toList();
        shown.forEach(file -> table.painted(row(file)));
        StringBuilder text = new StringBuilder(shown.isEmpty() ? "" : table.draw(ink));
        shown.forEach(file ->
                details(text, file, Optional.ofNullable(report.previews().get(file.file()))));
        return text.append(sum(report)).append('\n').toString();
    }

    private List<TextTable.Cell> row(FileReport file) {
        return List.of(
                cell(file.file()),
                outcome(file.outcome()),
                cell(file.profile().orElse("–")),
                count(file.read()),
                count(file.loaded()),
                count(file.changed()),
                count(file.unchanged()),
                count(file.rejected()));
    }

    private TextTable.Cell outcome(Outcome outcome) {
        String word = say.text("import.outcome." + outcome.name().toLowerCase(Locale.ROOT));
        return switch (outcome) {
            case LOADED -> new TextTable.Cell(word, ink::good);
            case REFUSED -> new TextTable.Cell(word, ink::bad);
            case HELD -> new TextTable.Cell(word, ink::risk);
            case ALREADY_LOADED, DRY_RUN, SKIPPED -> cell(word);
        };
    }

    private void details(StringBuilder text, FileReport file, Optional<Preview> preview) {
        if (file.controlTotals().isEmpty() && file.reasons().isEmpty() && preview.isEmpty()) {
            return;
        }
        text.append('\n').append(ink.strong(file.file())).append('\n');
        preview.ifPresent(found -> new PreviewText(say, ink).write(text, found));
        file.controlTotals()
                .forEach(total -> text.append("  ").append(total(total)).append('\n'));
        new TreeMap<>(file.reasons())
                .forEach((code, rows) -> text.append("  ")
                        .append(say.text("import.reason", Map.of("count", rows, "reason", reason(code))))
                        .append('\n'));
    }

    private String total(ControlTotal total) {
        String key = total.matches() ? "equal" : total.binding() ? "differs" : "part";
        String line = say.text(
                "import.total." + key,
                Map.of(
                        "label", total.label(),
                        "column", total.column(),
                        "stated", total.stated(),
                        "summed", total.summed()));
        return key.equals("differs") ? ink.bad(line) : line;
    }

    private String reason(String code) {
        String key = "reject." + code;
        return say.knows(key) ? say.text(key) : code;
    }

    private String sum(ImportReport report) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("count", report.files().size());
        facts.put(
                "loaded", report.files().stream().mapToLong(FileReport::loaded).sum());
        facts.put(
                "changed",
                report.files().stream().mapToLong(FileReport::changed).sum());
        facts.put(
                "rejected",
                report.files().stream().mapToLong(FileReport::rejected).sum());
        facts.put(
                "refused",
                report.files().stream()
                        .filter(file -> file.outcome() == Outcome.REFUSED || file.outcome() == Outcome.HELD)
                        .count());
        facts.put(
                "skipped",
                report.files().stream()
                        .filter(file -> file.outcome() == Outcome.SKIPPED)
                        .count());
        return (report.files().isEmpty() ? "" : "\n") + say.text("import.sum", facts);
    }

    private TextTable.Cell count(long number) {
        return cell(say.formats().count(number));
    }

    private static TextTable.Cell cell(String text) {
        return new TextTable.Cell(text, word -> word);
    }
}
