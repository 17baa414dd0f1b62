package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.attribution.Attribution;

/** {@code ukur attribution}: which channels brought orders or leads. */
final class AttributionCommand extends FindingCommand {

    private static final int USUAL_LOOKBACK = 30;

    @Override
    public Shape shape() {
        return Shape.of("attribution")
                .operands("[order|lead|EVENT]", 0, 1)
                .option("--lookback", "DAYS")
                .option("--from", "D")
                .option("--to", "D")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        return new Attribution(
                call.arguments().operands().stream().findFirst().orElse("order"),
                Numbers.whole(call, "--lookback", USUAL_LOOKBACK),
                Numbers.period(call));
    }
}
