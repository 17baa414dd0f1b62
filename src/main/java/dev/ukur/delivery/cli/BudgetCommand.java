package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.budget.Budget;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;

/** {@code ukur budget}: where the next Rupiah of advertising brings most. */
final class BudgetCommand extends FindingCommand {

    private static final String ORDINARY = "revenue";
    private static final int HUNDRED = 100;

    @Override
    public Shape shape() {
        return Shape.of("budget")
                .option("--metric", "KPI")
                .option("--reach", "PERCENT")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        return new Budget(
                arguments.value("--metric").orElse(ORDINARY),
                arguments.value("--reach").map(BudgetCommand::share).orElse(Budget.ORDINARY_REACH));
    }

    private static double share(String percent) {
        if (!percent.matches("[1-9][0-9]?|100")) {
            throw new ProblemException(
                    Problem.error("reach-wrong", Location.nowhere()).with("value", percent));
        }
        return Integer.parseInt(percent) / (double) HUNDRED;
    }
}
