package dev.ukur.delivery.cli;

import dev.ukur.delivery.lab.Lab;
import dev.ukur.delivery.lab.Settings;
import dev.ukur.delivery.lab.Table;
import dev.ukur.delivery.lab.truth.Truth;
import dev.ukur.delivery.lab.truth.TruthRow;
import dev.ukur.delivery.lab.truth.TruthRow.Verdict;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ukur stats MODEL FILE}: one statistical model on a plain CSV file; {@code ukur stats check --truth DIR}: ours
 * beside reference values.
 */
final class StatsCommand implements Command {

    private static final List<String> NUMBERS = List.of("--steps", "--period", "--before", "--budget");

    @Override
    public Shape shape() {
        return Shape.of("stats")
                .operands("MODEL FILE | check", 1, 2)
                .option("--steps", "N")
                .option("--period", "N")
                .option("--before", "N")
                .option("--budget", "X")
                .option("--truth", "DIR")
                .formats("json");
    }

    /** Of one model when it is named, else of all. */
    @Override
    public String help(Call call) {
        List<String> operands = call.arguments().operands();
        if (operands.isEmpty() || !Lab.MODELS.contains(operands.get(0))) {
            return Command.super.help(call);
        }
        String model = operands.get(0);
        return "ukur stats " + model + " FILE\n\n" + call.say().text("stats.model." + model) + "\n";
    }

    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        List<String> operands = call.arguments().operands();
        String model = operands.get(0);
        if (model.equals("check")) {
            return check(call);
        }
        if (!Lab.MODELS.contains(model)) {
            throw new ProblemException(unknown(model));
        }
        if (operands.size() < 2) {
            throw new ProblemException(
                    Problem.error("stats-file-missing", Location.nowhere()).with("model", model));
        }
        Map<String, String> given = new HashMap<>();
        NUMBERS.forEach(option -> call.arguments().value(option).ifPresent(value -> given.put(option, value)));
        Table table = Table.read(call.path(operands.get(1)));
        call.printLine(Lab.answer(model, table, new Settings(given)).orElseThrow());
        return Exit.DONE;
    }

    /** A line a case; 1 when one is off its tolerance. */
    private static int check(Call call) {
        Optional<String> folder = call.arguments().value("--truth");
        if (folder.isEmpty()) {
            throw new ProblemException(
                    Problem.error("stats-option-needed", Location.nowhere()).with("option", "--truth"));
        }
        String family = call.arguments().operands().size() > 1
                ? call.arguments().operands().get(1)
                : "";
        List<TruthRow> rows = Truth.in(call.path(folder.get())).check(family);
        call.printLine(String.join(
                " | ",
                call.say().text("stats.check.case"),
                call.say().text("stats.check.ours"),
                call.say().text("stats.check.reference"),
                call.say().text("stats.check.tolerance"),
                call.say().text("stats.check.verdict")));
        rows.forEach(row -> call.printLine(String.join(
                " | ",
                row.family() + " / " + row.name(),
                shown(row.ours()),
                shown(row.reference()),
                shown(row.tolerance().size()) + (row.tolerance().relative() ? " rel" : " abs"),
                call.say().text("stats.check." + row.verdict().name().toLowerCase(Locale.ROOT)))));
        for (Verdict verdict : Verdict.values()) {
            long count = rows.stream().filter(row -> row.verdict() == verdict).count();
            call.printLine(call.say().text("stats.check." + verdict.name().toLowerCase(Locale.ROOT)) + ": " + count);
        }
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.WRONG) ? Exit.ATTENTION : Exit.DONE;
    }

    private static String shown(double[] numbers) {
        StringBuilder text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.9g", number));
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    private static Problem unknown(String model) {
        return Nearest.to(model, Lab.MODELS)
                .map(near -> Problem.error("stats-no-model-maybe", Location.nowhere())
                        .with("model", model)
                        .with("maybe", near))
                .orElse(Problem.error("stats-no-model", Location.nowhere()).with("model", model));
    }
}
