package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.RejectedRow;
import java.util.List;
import java.util.Optional;

/** {@code ukur rejects [LOAD]}: rows in quarantine, with reasons; {@code rejects fix [LOAD]}: reads them again. */
final class RejectsCommand implements Command {

    private static final String FIX = "fix";

    @Override
    public Shape shape() {
        return Shape.of("rejects").operands("[LOAD] [fix]", 0, 2).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        List<String> operands = call.arguments().operands();
        List<String> loads = operands.stream().filter(word -> !word.equals(FIX)).toList();
        if (loads.size() > 1 || operands.size() - loads.size() > 1) {
            throw new ProblemException(Problem.error("rejects-unclear", Location.nowhere()));
        }
        Optional<Long> load = loads.stream().findFirst().map(LoadNumber::of);
        try (Ukur ukur = call.open()) {
            return operands.contains(FIX) ? fix(call, ukur.fixRejects(load)) : list(call, ukur.rejects(load));
        }
    }

    private int list(Call call, List<RejectedRow> rows) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).rejects(rows));
        } else {
            call.print(call.text().rejects(rows));
        }
        return rows.isEmpty() ? Exit.DONE : Exit.ATTENTION;
    }

    private int fix(Call call, ImportReport report) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).imports(report));
        } else {
            call.print(
                    report.files().isEmpty()
                            ? call.text().rejects(List.of())
                            : call.text().imports(report));
        }
        boolean refused = report.files().stream().anyMatch(file -> file.outcome() == Outcome.REFUSED);
        boolean waiting =
                report.files().stream().anyMatch(file -> file.outcome() != Outcome.LOADED || file.rejected() > 0);
        return refused ? Exit.WRONG : waiting ? Exit.ATTENTION : Exit.DONE;
    }
}
