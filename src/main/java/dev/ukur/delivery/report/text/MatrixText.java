package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.util.List;
import java.util.Locale;

/** Files against what became of them when they were read but not loaded: profile, rows, totals, rejected rows. */
final class MatrixText {

    private final Messages say;
    private final Ink ink;

    MatrixText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String table(ImportReport report) {
        TextTable table = new TextTable()
                .words(say.text("import.file"))
                .words(say.text("import.profile"))
                .numbers(say.text("matrix.rows"))
                .numbers(say.text("matrix.totals"))
                .numbers(say.text("import.rejected"))
                .words(say.text("import.outcome"));
        report.files().forEach(file -> table.painted(row(file)));
        return table.draw(ink) + "\n" + sum(report.files()) + "\n";
    }

    private List<TextTable.Cell> row(FileReport file) {
        boolean read = file.read() > 0 || file.outcome() == Outcome.DRY_RUN || file.outcome() == Outcome.ALREADY_LOADED;
        return List.of(
                cell(file.file()),
                cell(file.profile().orElse("–")),
                cell(read ? say.formats().count(file.read()) : "–"),
                cell(totals(file.controlTotals())),
                cell(read ? say.formats().count(file.rejected()) : "–"),
                outcome(file));
    }

    /** Binding totals that agree, of all that bind. */
    private static String totals(List<ControlTotal> totals) {
        long binding = totals.stream().filter(ControlTotal::binding).count();
        long equal = totals.stream()
                .filter(total -> total.binding() && total.matches())
                .count();
        return binding == 0 ? "–" : equal + "/" + binding;
    }

    private TextTable.Cell outcome(FileReport file) {
        String word = say.text("import.outcome." + file.outcome().name().toLowerCase(Locale.ROOT));
        String why = file.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR || file.outcome() == Outcome.SKIPPED)
                .map(Problem::code)
                .findFirst()
                .map(code -> " (" + code + ")")
                .orElse("");
        return switch (file.outcome()) {
            case REFUSED -> new TextTable.Cell(word + why, ink::bad);
            case HELD -> new TextTable.Cell(word + why, ink::risk);
            case LOADED, DRY_RUN, ALREADY_LOADED, SKIPPED -> cell(word + why);
        };
    }

    private String sum(List<FileReport> files) {
        long known = files.stream().filter(file -> file.profile().isPresent()).count();
        long held = files.stream()
                .filter(file -> file.outcome() == Outcome.REFUSED || file.outcome() == Outcome.HELD)
                .count();
        return say.text("matrix.sum", java.util.Map.of("files", (long) files.size(), "known", known, "refused", held));
    }

    private static TextTable.Cell cell(String text) {
        return new TextTable.Cell(text, word -> word);
    }
}
