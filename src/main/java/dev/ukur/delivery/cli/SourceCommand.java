package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.SourceSummary;
import java.util.List;

/** {@code ukur source list} and {@code ukur source show NAME}: the kinds of export that can be read. */
final class SourceCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("source").operands("list | show NAME", 1, 2).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        List<String> operands = call.arguments().operands();
        boolean list = operands.equals(List.of("list"));
        if (!list && !(operands.get(0).equals("show") && operands.size() == 2)) {
            throw new ProblemException(
                    Problem.error("source-unclear", Location.nowhere()).with("words", String.join(" ", operands)));
        }
        try (Ukur ukur = call.open()) {
            List<SourceSummary> sources = list ? ukur.sources() : List.of(find(ukur.sources(), operands.get(1)));
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).sources(sources));
            } else {
                call.print(list ? call.text().sources(sources) : call.text().source(sources.get(0)));
            }
            return Exit.DONE;
        }
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
