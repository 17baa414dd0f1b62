package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LakeReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code ukur lake pull}: brings rows of the lake that {@code lake.yaml} maps into the workspace, day by day. */
final class LakeCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("lake")
                .operands("pull", 1, 1)
                .option("--from", "D")
                .option("--to", "D")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().operands().equals(List.of("pull"))) {
            throw new ProblemException(Problem.error("lake-unclear", Location.nowhere()));
        }
        try (Ukur ukur = call.open()) {
            LakeReport report = ukur.lake().pull(first(call), last(call));
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).pulled(report));
            } else {
                call.print(call.text().pulled(report));
            }
            return Exit.DONE;
        }
    }

    private static Optional<LocalDate> first(Call call) {
        return call.arguments()
                .value("--from")
                .map(text -> CallDates.period("--from", text).first());
    }

    private static Optional<LocalDate> last(Call call) {
        return call.arguments()
                .value("--to")
                .map(text -> CallDates.period("--to", text).last());
    }
}
