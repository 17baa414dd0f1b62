package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.customers.Churn;

/** {@code ukur churn}: how long customers stay. */
final class ChurnCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("churn")
                .flag("--orders")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        return new Churn(call.arguments().has("--orders") ? Churn.Of.ORDERS : Churn.Of.SUBSCRIPTIONS);
    }
}
