package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.customers.Clv;

/** {@code ukur clv}: what customers are worth, and whether that is more than they cost. */
final class ClvCommand extends FindingCommand {

    private static final int USUAL_WEEKS = 52;

    @Override
    public Shape shape() {
        return Shape.of("clv")
                .option("--by", "DIM")
                .option("--weeks", "N")
                .option("--model", String.join("|", Clv.MODELS))
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        return new Clv(
                call.arguments().value("--by").orElse("channel"),
                Numbers.whole(call, "--weeks", USUAL_WEEKS),
                call.arguments().value("--model").orElse(Clv.MODELS.get(0)));
    }
}
