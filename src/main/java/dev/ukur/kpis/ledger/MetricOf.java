package dev.ukur.kpis.ledger;

import java.util.Optional;

/** The metric an entry speaks of; a review speaks of the goal alone. */
record MetricOf() implements Entry.Cases<Optional<String>> {

    @Override
    public Optional<String> target(Entry.TargetSet entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> retired(Entry.TargetRetired entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> replaced(Entry.KpiReplaced entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> goalRetired(Entry.GoalRetired entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> forecast(Entry.ForecastMade entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> outcome(Entry.OutcomeSeen entry) {
        return Optional.of(entry.metric());
    }

    @Override
    public Optional<String> review(Entry.ReviewHeld entry) {
        return Optional.empty();
    }

    @Override
    public Optional<String> decision(Entry.DecisionTaken entry) {
        return Optional.of(entry.metric());
    }
}
