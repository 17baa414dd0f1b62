package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.impact.Impact;

/** {@code ukur impact OCCASION}: what it brought. */
final class ImpactCommand extends FindingCommand {

    private static final String ORDINARY = "orders";

    @Override
    public Shape shape() {
        return Shape.of("impact")
                .operands("OCCASION", 1, 1)
                .option("--metric", "KPI")
                .option("--where", "EXPR")
                .option("--control", "EXPR")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        return new Impact(
                arguments.operands().get(0),
                arguments.value("--metric").orElse(ORDINARY),
                arguments.value("--where"),
                arguments.value("--control"));
    }
}
