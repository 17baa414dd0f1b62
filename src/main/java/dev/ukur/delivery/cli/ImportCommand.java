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
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ukur import FILE...}: detects, reads, loads, and says what became of each file. */
final class ImportCommand implements Command {

    private static final String STDIN = "-";

    @Override
    public Shape shape() {
        return Shape.of("import")
                .operands("[FILE...]", 0, Shape.MANY)
                .option("--profile", "NAME")
                .option("--period", "D..D")
                .option("--encoding", "NAME")
                .flag("--dry-run")
                .flag("--singer")
                .flag("--airbyte")
                .option("--state", "FILE")
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
        try (Ukur ukur = call.open();
                StandardInput input = new StandardInput(call.input())) {
            List<Path> paths = operands(arguments).stream()
                    .map(file -> file.equals(STDIN) ? input.file() : call.path(file))
                    .toList();
            call.progress(call.say().text("import.reading", "count", Math.max(1, paths.size())));
            ImportReport report = ukur.load(paths, options);
            arguments
                    .value("--state")
                    .ifPresent(file -> report.state().ifPresent(state -> write(call.path(file), state)));
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

    /** A stream of messages comes on standard input unless a file is named; a profile of a database needs neither. */
    private static List<String> operands(Arguments arguments) {
        List<String> named = arguments.operands();
        boolean streams = arguments.has("--singer") || arguments.has("--airbyte");
        if (named.isEmpty() && streams) {
            return List.of(STDIN);
        }
        if (named.isEmpty() && arguments.value("--profile").isEmpty()) {
            throw new ProblemException(Problem.error("nothing-to-import", Location.nowhere()));
        }
        return named;
    }

    /** The tap's next run begins where this one came to. */
    private static void write(Path file, String state) {
        try {
            Files.writeString(file, state + "\n");
        } catch (IOException e) {
            throw new ProblemException(Problem.error("state-not-written", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
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
                            Nearest.to(name, Charset.availableCharsets().keySet())
                                    .orElse("-")));
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
