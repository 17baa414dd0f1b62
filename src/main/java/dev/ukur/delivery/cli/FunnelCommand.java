package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.funnel.Funnel;
import dev.ukur.insights.funnel.Funnel.Against;
import dev.ukur.insights.funnel.Funnel.Scope;
import dev.ukur.insights.funnel.Window;
import java.time.Duration;
import java.util.Optional;

/** {@code ukur funnel}: from step to step. */
final class FunnelCommand extends FindingCommand {

    private static final int USUAL_WINDOW = 30;

    @Override
    public Shape shape() {
        return Shape.of("funnel")
                .operands("STEP...", 0, Shape.MANY)
                .option("--window", "DAYS")
                .flag("--per-step")
                .option("--from", "D")
                .option("--to", "D")
                .option("--against", "previous|D..D")
                .option("--by", "DIM")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        Arguments arguments = call.arguments();
        int days = Numbers.whole(call, "--window", USUAL_WINDOW);
        Window window = new Window(
                Duration.ofDays(days), arguments.has("--per-step") ? Window.From.STEP_BEFORE : Window.From.FIRST_STEP);
        Optional<Against> against = arguments
                .value("--against")
                .map(text -> new Against(
                        text.equals("previous") ? Optional.empty() : Optional.of(CallDates.period("--against", text))));
        return new Funnel(
                arguments.operands(), window, new Scope(Numbers.period(call), against, arguments.value("--by")));
    }
}
