package dev.ukur.delivery.cli;

import dev.ukur.GoalWork;
import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.Suggestion;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur goals}: the goals as a tree; {@code suggest} proposes some, {@code add}, {@code replace} and {@code retire}
 * change them. What options do not answer is asked where a person is there.
 */
final class GoalsCommand implements Command {

    private static final List<String> ACTIONS = List.of("suggest", "add", "replace", "retire");

    @Override
    public Shape shape() {
        return Shape.of("goals")
                .operands("[suggest | add NAME | replace NAME | retire NAME]", 0, 2)
                .option("--area", "A")
                .option("--goal", "TEXT")
                .option("--why", "TEXT")
                .option("--supports", "NAME")
                .option("--metric", "M")
                .option("--factors", "A,B")
                .option("--cadence", "C")
                .option("--owner", "NAME")
                .option("--baseline", "P")
                .option("--target", "V")
                .option("--per", "G")
                .option("--due", "D")
                .option("--guardrails", "A,B")
                .option("--action", "TEXT")
                .option("--reason", "TEXT")
                .formats("table", "json");
    }

    @Override
    public int run(Call call) {
        List<String> words = call.arguments().operands();
        try (Ukur ukur = call.open()) {
            GoalWork goals = ukur.goals();
            if (words.isEmpty()) {
                print(call, goals);
                return Exit.DONE;
            }
            switch (words.get(0)) {
                case "suggest" ->
                    new GoalChoice(call, ukur).suggest(call.arguments().value("--area"), call.format(shape()));
                case "add" -> add(call, ukur, goals, name(words));
                case "replace" -> replace(call, ukur, goals, name(words));
                case "retire" -> retire(call, goals, name(words));
                default -> throw new ProblemException(unknown(words.get(0)));
            }
            return Exit.DONE;
        }
    }

    private void print(Call call, GoalWork goals) {
        if (call.format(shape()).equals("json")) {
            call.printLine(new JsonReports(call.say()).goals(goals.tree()));
        } else {
            call.print(call.text().goals(goals.tree()));
        }
    }

    private void add(Call call, Ukur ukur, GoalWork goals, String name) {
        Optional<Suggestion> idea = goals.suggest(call.arguments().value("--area")).stream()
                .filter(suggestion -> suggestion.idea().name().equals(name))
                .findFirst();
        new GoalChoice(call, ukur).write(new GoalInterview(call, ukur.catalog()).goal(name, idea));
    }

    private void replace(Call call, Ukur ukur, GoalWork goals, String name) {
        GoalInterview interview = new GoalInterview(call, ukur.catalog());
        goals.replace(name, interview.kpi(Optional.empty()), interview.reason());
        call.printLine(call.say().text("goals.replaced", "goal", name));
    }

    private void retire(Call call, GoalWork goals, String name) {
        goals.retire(name, new Questions(call).need("reason"));
        call.printLine(call.say().text("goals.retired", "goal", name));
    }

    private static String name(List<String> words) {
        if (words.size() < 2) {
            throw new ProblemException(
                    Problem.error("goals-name-missing", Location.nowhere()).with("action", words.get(0)));
        }
        return words.get(1);
    }

    private static Problem unknown(String action) {
        return Problem.error("goals-no-action", Location.nowhere())
                .with("action", action)
                .with("nearest", Nearest.to(action, ACTIONS).orElse("–"));
    }
}
