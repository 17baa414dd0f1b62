package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;

/** {@code ukur check}: all that is wrong or weak in the workspace's files, as a compiler would say it. */
final class CheckCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("check").formats("table", "json", "sarif");
    }

    @Override
    public int run(Call call) {
        try (Ukur ukur = call.open()) {
            List<Problem> found = ukur.check();
            print(call, found);
            return found.stream().anyMatch(Problem::isError) ? Exit.ATTENTION : Exit.DONE;
        } catch (ProblemException e) {
            // A file that cannot even be read is a finding too; only the exit code is another.
            print(call, e.problems());
            return Exit.WRONG;
        }
    }

    private void print(Call call, List<Problem> found) {
        switch (call.format(shape())) {
            case "json" -> call.printLine(new JsonReports(call.say()).diagnostics(found));
            case "sarif" -> call.printLine(new JsonReports(call.say()).sarif(found));
            default -> {
                call.print(call.text().diagnostics(found));
                call.printLine(call.say().text(found.isEmpty() ? "check.none" : "check.sum", "count", found.size()));
            }
        }
    }
}
