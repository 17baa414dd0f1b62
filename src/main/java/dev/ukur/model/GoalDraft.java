package dev.ukur.model;

import dev.ukur.time.Cadence;
import java.util.List;
import java.util.Optional;

/**
 * A goal that is to be written into {@code goals.yaml}. What is empty is left out, and {@code ukur check} asks for it.
 *
 * @param name short name, in small letters, digits and dashes
 * @param sentence what the business wants
 * @param why how the KPI relates to the goal, in a sentence
 * @param supports the aim or wider goal it serves
 * @param kpi what measures it
 */
public record GoalDraft(String name, Label sentence, Optional<Label> why, Optional<String> supports, KpiDraft kpi) {

    /**
     * A KPI that is to be written.
     *
     * @param metric its metric
     * @param owner who answers for it
     * @param cadence how often it is reported
     * @param factors metrics that move it
     * @param baseline the days it starts from, as written in the file
     * @param target where it is to be, and when
     * @param guardrails metrics that must not worsen
     * @param action what is done when it misses
     */
    public record KpiDraft(
            String metric,
            Optional<String> owner,
            Optional<Cadence> cadence,
            List<String> factors,
            Optional<String> baseline,
            Optional<TargetDraft> target,
            List<String> guardrails,
            Optional<Label> action) {

        public KpiDraft {
            factors = List.copyOf(factors);
            guardrails = List.copyOf(guardrails);
        }
    }

    /**
     * A target as written.
     *
     * @param value such as {@code +15%}
     * @param due such as {@code 2026-12-31}
     * @param per what it is the sum of, such as {@code year}; empty when it speaks of a period of the cadence
     */
    public record TargetDraft(String value, String due, Optional<String> per) {

        /** Of a period of the cadence. */
        public TargetDraft(String value, String due) {
            this(value, due, Optional.empty());
        }
    }
}
