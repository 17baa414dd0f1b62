package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.SourceSummary;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur source list}, {@code show NAME}, {@code infer FILE} and {@code matrix PATH...}: the kinds of export that can
 * be read, a draft for another kind, and what would become of files.
 */
final class SourceCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("source")
                .operands("list | show NAME | infer FILE | matrix PATH...", 1, Shape.MANY)
                .option("--period", "D..D")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        List<String> operands = call.arguments().operands();
        List<String> rest = operands.subList(1, operands.size());
        return switch (operands.get(0)) {
            case "list" -> rest.isEmpty() ? list(call) : unclear(operands);
            case "show" -> rest.size() == 1 ? show(call, rest.get(0)) : unclear(operands);
            case "infer" -> rest.size() == 1 ? infer(call, rest.get(0)) : unclear(operands);
            case "matrix" -> rest.isEmpty() ? unclear(operands) : matrix(call, rest);
            default -> unclear(operands);
        };
    }

    private static int unclear(List<String> operands) {
        throw new ProblemException(
                Problem.error("source-unclear", Location.nowhere()).with("words", String.join(" ", operands)));
    }

    private int list(Call call) {
        try (Ukur ukur = call.open()) {
            List<SourceSummary> sources = ukur.sources();
            if (isJson(call)) {
                call.printLine(new JsonReports(call.say()).sources(sources));
            } else {
                call.print(call.text().sources(sources));
            }
            return Exit.DONE;
        }
    }

    private int show(Call call, String name) {
        try (Ukur ukur = call.open()) {
            SourceSummary source = find(ukur.sources(), name);
            if (isJson(call)) {
                call.printLine(new JsonReports(call.say()).sources(List.of(source)));
            } else {
                call.print(call.text().source(source));
            }
            return Exit.DONE;
        }
    }

    /** The draft is YAML in every format: it is a file to be saved. */
    private static int infer(Call call, String file) {
        try (Ukur ukur = call.open()) {
            call.print(call.text().draft(ukur.infer(call.path(file))));
            return Exit.DONE;
        }
    }

    private int matrix(Call call, List<String> paths) {
        try (Ukur ukur = call.open()) {
            ImportOptions options = new ImportOptions(
                    Optional.empty(),
                    call.arguments().value("--period").map(text -> CallDates.period("--period", text)),
                    true);
            ImportReport report = ukur.load(paths.stream().map(call::path).toList(), options);
            if (isJson(call)) {
                call.printLine(new JsonReports(call.say()).imports(report));
            } else {
                call.print(call.text().matrix(report));
            }
            return ImportCommand.exit(report);
        }
    }

    private boolean isJson(Call call) {
        return call.format(shape()).equals("json");
    }

    private static SourceSummary find(List<SourceSummary> sources, String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown(sources, name)));
    }

    private static Problem unknown(List<SourceSummary> sources, String name) {
        Problem problem = Problem.error("unknown-source", Location.nowhere()).with("name", name);
        return Nearest.to(name, sources.stream().map(SourceSummary::name).toList())
                .map(near -> Problem.error("unknown-source-maybe", Location.nowhere())
                        .with("name", name)
                        .with("maybe", near))
                .orElse(problem);
    }
}
