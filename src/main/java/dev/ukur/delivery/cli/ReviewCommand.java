package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** {@code ukur review}: the agenda of the next review; with a goal, writes down that it was held and what was decided. */
final class ReviewCommand implements Command {

    private static final List<String> OF_A_DECISION = List.of("--owner", "--expect", "--by");

    @Override
    public Shape shape() {
        return Shape.of("review")
                .operands("[GOAL]", 0, 1)
                .option("--decide", "TEXT")
                .option("--owner", "NAME")
                .option("--expect", "CHANGE")
                .option("--by", "D")
                .formats("table", "markdown", "json");
    }

    @Override
    public int run(Call call) {
        Optional<String> goal = call.arguments().operands().stream().findFirst();
        Optional<Resolution> resolution = resolution(call, goal);
        try (Ukur ukur = call.open()) {
            goal.ifPresent(name -> ukur.review(name, resolution));
            print(call, ukur, ukur.agenda());
            return Exit.DONE;
        }
    }

    private void print(Call call, Ukur ukur, Agenda agenda) {
        switch (call.format(shape())) {
            case "json" -> call.printLine(new JsonReports(call.say()).agenda(agenda));
            case "markdown" ->
                call.print(call.text().agendaMarkdown(ukur.settings().name(), agenda));
            default -> call.print(call.text().agenda(ukur.settings().name(), agenda));
        }
    }

    private static Optional<Resolution> resolution(Call call, Optional<String> goal) {
        Arguments given = call.arguments();
        Optional<String> text = given.value("--decide");
        boolean parts =
                OF_A_DECISION.stream().anyMatch(option -> given.value(option).isPresent());
        if (text.isPresent() && goal.isEmpty()) {
            throw new ProblemException(Problem.error("review-goal-missing", Location.nowhere()));
        }
        if (parts && text.isEmpty()) {
            throw new ProblemException(Problem.error("review-decision-missing", Location.nowhere()));
        }
        if (text.isPresent() && given.value("--by").isEmpty()) {
            throw new ProblemException(Problem.error("review-day-missing", Location.nowhere()));
        }
        return text.map(decided -> new Resolution(
                decided,
                given.value("--owner"),
                given.value("--expect"),
                CallDates.period("--by", given.value("--by").orElseThrow()).last()));
    }
}
