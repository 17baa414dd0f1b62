package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RestatedSum;
import java.util.List;

/** {@code ukur loads}: every load; {@code loads LOAD}: what it restated; {@code loads undo LOAD}: takes it back. */
final class LoadsCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("loads")
                .operands("[[undo] LOAD]", 0, 2)
                .flag("--restated")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        List<String> operands = call.arguments().operands();
        boolean undo = !operands.isEmpty() && operands.get(0).equals("undo");
        if (operands.size() == (undo ? 1 : 2)
                || (operands.isEmpty() && call.arguments().has("--restated"))) {
            throw new ProblemException(Problem.error("loads-unclear", Location.nowhere()));
        }
        try (Ukur ukur = call.open()) {
            if (operands.isEmpty()) {
                list(call, ukur.loads());
            } else {
                long load = LoadNumber.of(operands.get(operands.size() - 1));
                if (undo) {
                    list(call, List.of(ukur.undo(load)));
                } else {
                    restated(call, ukur.restated(load));
                }
            }
            return Exit.DONE;
        }
    }

    private void list(Call call, List<LoadSummary> loads) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).loads(loads));
        } else {
            call.print(call.text().loads(loads));
        }
    }

    private void restated(Call call, List<RestatedSum> restated) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).restated(restated));
        } else {
            call.print(call.text().restated(restated));
        }
    }
}
