package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.compare.Compare;
import java.util.List;

/** {@code ukur compare A B}: which of two converts more often, while it runs. */
final class CompareCommand extends FindingCommand {

    private static final int USUAL_LIFT = 10;
    private static final double PERCENT = 100;

    @Override
    public Shape shape() {
        return Shape.of("compare")
                .operands("A B", 2, 2)
                .option("--by", "DIM")
                .option("--goal", "purchase|form|sign_up|cart|checkout|engaged")
                .option("--lift", "PERCENT")
                .option("--from", "D")
                .option("--to", "D")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        List<String> groups = call.arguments().operands();
        Compare.Design design = new Compare.Design(
                call.arguments().value("--by").orElse("channel"),
                call.arguments().value("--goal").orElse("purchase"),
                Numbers.whole(call, "--lift", USUAL_LIFT) / PERCENT);
        return new Compare(groups.get(0), groups.get(1), design, Numbers.period(call));
    }
}
