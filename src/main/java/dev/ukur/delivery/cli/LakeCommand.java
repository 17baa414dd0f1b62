package dev.ukur.delivery.cli;

import dev.ukur.PushReport;
import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LakeReport;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code ukur lake pull}: brings rows of the lake that {@code lake.yaml} maps into the workspace, day by day. {@code ukur lake
 * push}: brings the loads of the workspace into its canonical tables in the lake.
 */
final class LakeCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("lake")
                .operands("pull|push", 1, 1)
                .option("--from", "D")
                .option("--to", "D")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        String work = call.arguments().operands().get(0);
        boolean days = call.arguments().has("--from") || call.arguments().has("--to");
        if (!work.equals("pull") && (!work.equals("push") || days)) {
            throw new ProblemException(Problem.error("lake-unclear", Location.nowhere()));
        }
        try (Ukur ukur = call.open()) {
            if (work.equals("pull")) {
                tell(call, ukur.lake().pull(first(call), last(call)));
            } else {
                tell(call, ukur.lake().push());
            }
            return Exit.DONE;
        }
    }

    private void tell(Call call, LakeReport report) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).pulled(report));
        } else {
            call.print(call.text().pulled(report));
        }
    }

    private void tell(Call call, PushReport report) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).pushed(report));
        } else {
            call.print(call.text().pushed(report));
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
