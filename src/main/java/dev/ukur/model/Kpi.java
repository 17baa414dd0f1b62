package dev.ukur.model;

import dev.ukur.problem.Location;
import dev.ukur.time.Cadence;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one metric that measures a goal, with what makes it drive action. Optional parts may be missing in the file;
 * {@code ukur check} says which ones must be added.
 *
 * @param metric name of a metric of the catalogue
 * @param where filter in the formula language, for example {@code channel = 'Paid Search'}
 * @param owner who answers for it
 * @param cadence how often it is reported and reviewed
 * @param factors metrics that move it
 * @param baseline the days it is compared with
 * @param targets in order of their due dates: short and long term
 * @param guardrails metrics that must not worsen on the way
 * @param limits levels that guardrails must not pass, by the metric's name as written; others are held at their baseline
 * @param action what is done next when it misses
 * @param places where each written part stands, for messages: the value of a key; an item of a list as {@code factors.visits}
 */
public record Kpi(
        String metric,
        Optional<String> where,
        Optional<String> owner,
        Optional<Cadence> cadence,
        List<String> factors,
        Optional<Period> baseline,
        List<Target> targets,
        List<String> guardrails,
        Map<String, Target.Level> limits,
        Optional<Label> action,
        Map<String, Location> places) {

    public Kpi {
        factors = List.copyOf(factors);
        targets = List.copyOf(targets);
        guardrails = List.copyOf(guardrails);
        limits = Map.copyOf(limits);
        places = Map.copyOf(places);
    }

    /** A KPI whose guardrails are held at their baseline. */
    public Kpi(
            String metric,
            Optional<String> where,
            Optional<String> owner,
            Optional<Cadence> cadence,
            List<String> factors,
            Optional<Period> baseline,
            List<Target> targets,
            List<String> guardrails,
            Optional<Label> action,
            Map<String, Location> places) {
        this(metric, where, owner, cadence, factors, baseline, targets, guardrails, Map.of(), action, places);
    }
}
