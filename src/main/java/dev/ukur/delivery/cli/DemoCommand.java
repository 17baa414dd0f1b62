package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code ukur demo}: a simulated shop's raw exports, imported by the ordinary way, and its scorecard. */
final class DemoCommand implements Command {

    private static final List<String> SIZES = List.of("small", "medium", "large");

    @Override
    public Shape shape() {
        return Shape.of("demo")
                .option("--dir", "DIR")
                .option("--size", String.join("|", SIZES))
                .option("--seed", "N")
                .flag("--no-serve")
                .formats("table", "json", "html");
    }

    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        Path folder = call.path(call.arguments().value("--dir").orElse("ukur-demo"));
        Program.Demo demo = demo(call);
        call.progress(call.say().text("demo.writing", "folder", folder));
        List<Path> exports = call.program().demo(folder, demo);
        int exit = exit(call, folder, exports);
        return call.arguments().has("--no-serve") ? exit : ServeCommand.serve(call, folder, Reach.HERE);
    }

    private int exit(Call call, Path folder, List<Path> exports) {
        try (Ukur ukur = call.open(folder)) {
            call.progress(call.say().text("import.reading", "count", exports.size()));
            ImportReport report = ukur.load(exports, ImportOptions.standard());
            ImportCommand.tell(call, report);
            ScorecardCommand.print(call, ukur, ukur.scorecard(Optional.empty()), call.format(shape()));
            call.progress(call.say().text("demo.next", "folder", folder));
            return ImportCommand.exit(report);
        }
    }

    private static Program.Demo demo(Call call) {
        String size = call.arguments().value("--size").orElse(SIZES.get(0));
        if (!SIZES.contains(size)) {
            throw new ProblemException(Problem.error("unknown-size", Location.nowhere())
                    .with("size", size)
                    .with("sizes", SIZES));
        }
        Language language = call.say().language();
        OptionalLong seed =
                call.arguments().value("--seed").map(DemoCommand::seed).orElse(OptionalLong.empty());
        return new Program.Demo(size, seed, language);
    }

    private static OptionalLong seed(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Problem.error("seed-not-a-number", Location.nowhere()).with("value", text));
        }
    }
}
