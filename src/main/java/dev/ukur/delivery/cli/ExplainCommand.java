package dev.ukur.delivery.cli;

import dev.ukur.delivery.report.ProblemPage;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/** {@code ukur explain CODE}: the page of a problem code; it needs no workspace. */
final class ExplainCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("explain").operands("CODE", 1, 1).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        String code = call.arguments().operands().get(0);
        ProblemPage page = new ProblemPage(call.say());
        if (!page.knows(code)) {
            throw new ProblemException(
                    Problem.error("explain-unknown", Location.nowhere()).with("code", code));
        }
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).explanation(code, page));
        } else {
            call.print(page.markdown(code));
        }
        return Exit.DONE;
    }
}
