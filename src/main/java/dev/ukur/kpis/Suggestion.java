package dev.ukur.kpis;

import dev.ukur.model.GoalDraft;
import dev.ukur.model.GoalIdea;
import dev.ukur.model.Metric;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A goal proposed for a workspace, with its one KPI.
 *
 * @param idea what it is, and why
 * @param metric the KPI
 * @param missing tables without data that the KPI needs; none when the data can give it
 * @param factors the idea's factors that the data can give
 * @param guardrails the idea's guardrails that the data can give
 * @param start where the KPI stands and where it could be, when its history says so
 */
public record Suggestion(
        GoalIdea idea,
        Metric metric,
        List<String> missing,
        List<String> factors,
        List<String> guardrails,
        Optional<Start> start) {

    public Suggestion {
        missing = List.copyOf(missing);
        factors = List.copyOf(factors);
        guardrails = List.copyOf(guardrails);
    }

    /** Whether the workspace's data can give the KPI. */
    public boolean computable() {
        return missing.isEmpty();
    }

    /** The goal as it is proposed, ready to be written; nobody answers for it yet. */
    public GoalDraft draft() {
        Optional<GoalDraft.TargetDraft> target = start.flatMap(from -> from.written()
                .map(change -> new GoalDraft.TargetDraft(change, from.due().toString())));
        return new GoalDraft(
                idea.name(),
                idea.sentence(),
                Optional.of(idea.why()),
                Optional.empty(),
                new GoalDraft.KpiDraft(
                        metric.name(),
                        Optional.empty(),
                        Optional.of(idea.cadence()),
                        factors,
                        start.map(from -> from.baseline().toString()),
                        target,
                        guardrails,
                        Optional.of(idea.action())));
    }

    /**
     * Where a KPI stands.
     *
     * @param baseline the last whole periods
     * @param value of the baseline
     * @param change the smallest change, relative to the baseline and with its sign, that is no noise and can be told by
     *     the due day; empty while the history is too short
     * @param due the last day to be there
     */
    public record Start(Period baseline, double value, Optional<Double> change, LocalDate due) {

        /** The change as it is written in {@code goals.yaml}: {@code +15%}. */
        public Optional<String> written() {
            return change.map(part -> (part < 0 ? "-" : "+") + Math.round(Math.abs(part) * 100) + "%");
        }
    }
}
