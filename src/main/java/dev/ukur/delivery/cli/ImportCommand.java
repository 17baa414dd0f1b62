package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** {@code ukur import FILE...}: detects, reads, loads, and says what became of each file. */
final class ImportCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("import")
                .operands("FILE...", 1, Shape.MANY)
                .option("--profile", "NAME")
                .option("--period", "D..D")
                .option("--encoding", "NAME")
                .flag("--dry-run")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        ImportOptions options = new ImportOptions(
                arguments.value("--profile"),
                arguments.value("--period").map(text -> CallDates.period("--period", text)),
                arguments.has("--dry-run"),
                arguments.value("--encoding").map(ImportCommand::charset));
        List<Path> paths = arguments.operands().stream().map(call::path).toList();
        try (Ukur ukur = call.open()) {
            call.progress(call.say().text("import.reading", "count", paths.size()));
            ImportReport report = ukur.load(paths, options);
            String format = call.format(shape());
            if (format.equals("json")) {
                call.printLine(new JsonReports(call.say()).imports(report));
            } else {
                call.print(call.text().imports(report));
            }
            tell(call, report);
            return exit(report);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error("unknown-encoding", Location.nowhere())
                    .with("name", name)
                    .with(
                            "nearest",
                            Nearest.to(name, Charset.availableCharsets().keySet()).orElse("-")));
        }
    }

    /** Tells what a person may have to mend; notes stand in the JSON answer only. */
    static void tell(Call call, ImportReport report) {
        report.files()
                .forEach(file -> call.tell(file.problems().stream()
                        .filter(problem -> problem.severity() != Severity.NOTE)
                        .toList()));
    }

    /** Wrong when nothing could be read, attention when something was kept out, done otherwise. */
    static int exit(ImportReport report) {
        List<FileReport> wanted = report.files().stream()
                .filter(file -> file.outcome() != Outcome.SKIPPED)
                .toList();
        if (wanted.isEmpty()) {
            throw new ProblemException(Problem.error("nothing-to-import", Location.nowhere()));
        }
        if (wanted.stream().allMatch(file -> file.outcome() == Outcome.REFUSED)) {
            return Exit.WRONG;
        }
        return wanted.stream().anyMatch(ImportCommand::needsPerson) ? Exit.ATTENTION : Exit.DONE;
    }

    private static boolean needsPerson(FileReport file) {
        return file.outcome() == Outcome.REFUSED || file.outcome() == Outcome.HELD || file.rejected() > 0;
    }
}
