package dev.ukur.model;

import dev.ukur.time.Cadence;
import java.util.List;

/**
 * A goal that businesses of some kind often have, as the program comes with it.
 *
 * @param name short name
 * @param areas kinds of business: {@code shop}, {@code leads}, {@code subscription}, {@code content}
 * @param sentence what the business wants
 * @param why how the metric relates to it
 * @param metric the KPI
 * @param factors what may move it
 * @param guardrails what must not worsen
 * @param cadence how often it is looked at
 * @param action the first step when it misses
 */
public record GoalIdea(
        String name,
        List<String> areas,
        Label sentence,
        Label why,
        String metric,
        List<String> factors,
        List<String> guardrails,
        Cadence cadence,
        Label action) {

    public GoalIdea {
        areas = List.copyOf(areas);
        factors = List.copyOf(factors);
        guardrails = List.copyOf(guardrails);
    }
}
