package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.contrast.Contrast;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/** {@code ukur contrast RATE}: one group against another, raw and standardised. */
final class ContrastCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("contrast")
                .operands("KPI", 1, 1)
                .option("--where", "EXPR")
                .option("--control", "EXPR")
                .option("--within", "DIM")
                .option("--from", "D")
                .option("--to", "D")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        return new Contrast(
                arguments.operands().get(0),
                needed(arguments, "--where"),
                needed(arguments, "--control"),
                arguments.value("--within"),
                WhyCommand.days(call));
    }

    private static String needed(Arguments arguments, String option) {
        return arguments
                .value(option)
                .orElseThrow(() -> new ProblemException(Problem.error("option-missing", Location.nowhere())
                        .with("option", option)
                        .with("command", "contrast")));
    }
}
