package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.customers.Behaviour;

/** {@code ukur behaviour}: how customers buy. */
final class BehaviourCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("behaviour").option(AskedEngine.OPTION, "E").formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        return new Behaviour();
    }
}
