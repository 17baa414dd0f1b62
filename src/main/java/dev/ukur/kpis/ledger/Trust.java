package dev.ukur.kpis.ledger;

import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How far the forecasts and decisions of one goal may be trusted, from the ledger alone: what was said against what came.
 *
 * @param goal the goal's name
 * @param forecasts how many of its forecasts speak of a period whose outcome is known
 * @param inside how many of these had the outcome inside their 80 % interval
 * @param bias mean of (forecast - outcome) / |outcome|: above 0, forecasts are too high; empty when it cannot be said
 * @param wagers how many stated chances can be judged
 * @param brier mean squared difference between stated chance and what came (0 or 1): 0 is perfect, 0.25 is what always
 *     saying 50 % gives (Brier 1950); empty without wagers
 * @param decisions each with what came of it
 */
public record Trust(
        String goal,
        int forecasts,
        int inside,
        Optional<Double> bias,
        int wagers,
        Optional<Double> brier,
        List<Judged> decisions) {

    public Trust {
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision and the change that followed.
     *
     * @param decision what was decided
     * @param measured value of the period in which the effect was to be seen, minus that of the period before the
     *     decision; empty while either is not known. It is what followed, not what the decision caused.
     */
    public record Judged(DecisionTaken decision, Optional<Double> measured) {}

    /** One a goal, in the order in which the ledger first names them. */
    public static List<Trust> of(List<Entry> entries) {
        Outcomes outcomes = new Outcomes(entries);
        Set<String> goals = new LinkedHashSet<>();
        entries.forEach(entry -> goals.add(entry.goal()));
        return goals.stream().map(goal -> of(goal, entries, outcomes)).toList();
    }

    private static Trust of(String goal, List<Entry> entries, Outcomes outcomes) {
        List<ForecastMade> judged = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        List<Judged> decisions = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof ForecastMade made && made.goal().equals(goal)) {
                outcomes.of(goal, made.metric(), made.period()).ifPresent(value -> {
                    judged.add(made);
                    came.add(value);
                });
            } else if (entry instanceof DecisionTaken decision
                    && decision.goal().equals(goal)) {
                decisions.add(new Judged(decision, measured(decision, entries, outcomes)));
            }
        }
        return scored(goal, judged, came, decisions);
    }

    private static Trust scored(String goal, List<ForecastMade> judged, List<Double> came, List<Judged> decisions) {
        int inside = 0;
        List<Double> errors = new ArrayList<>();
        List<Double> squares = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            ForecastMade made = judged.get(i);
            double value = came.get(i);
            inside += made.low() <= value && value <= made.high() ? 1 : 0;
            if (value != 0) {
                errors.add((made.value() - value) / Math.abs(value));
            }
            made.wager().ifPresent(wager -> squares.add(square(wager.chance() - (wager.won(value) ? 1 : 0))));
        }
        return new Trust(goal, judged.size(), inside, mean(errors), squares.size(), mean(squares), decisions);
    }

    private static Optional<Double> measured(DecisionTaken decision, List<Entry> entries, Outcomes outcomes) {
        Optional<Double> before = outcomes.of(decision.goal(), decision.metric(), decision.before());
        Optional<Double> after = effectPeriod(decision, entries)
                .flatMap(period -> outcomes.of(decision.goal(), decision.metric(), period));
        return before.flatMap(from -> after.map(to -> to - from));
    }

    /** The period with a known outcome that holds the day by which the effect was to be seen. */
    private static Optional<Period> effectPeriod(DecisionTaken decision, List<Entry> entries) {
        return entries.stream()
                .filter(Entry.OutcomeSeen.class::isInstance)
                .map(Entry.OutcomeSeen.class::cast)
                .filter(seen -> seen.goal().equals(decision.goal()))
                .map(Entry.OutcomeSeen::period)
                .filter(period -> period.holds(decision.by()))
                .findFirst();
    }

    private static double square(double x) {
        return x * x;
    }

    private static Optional<Double> mean(List<Double> values) {
        OptionalDouble mean = values.stream().mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
