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
 * How far the forecasts and decisions of one KPI may be trusted, from the ledger alone: what was said against what came. A
 * goal that got another KPI has a card for each.
 *
 * @param goal the goal's name
 * @param metric of the KPI
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
        String metric,
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
     * @param against what the last forecast before the decision said of that period, when there was one: what was to come
     *     without it
     */
    public record Judged(DecisionTaken decision, Optional<Double> measured, Optional<Against> against) {

        /** Whether the change went the way that was expected; empty while it cannot be said. */
        public Optional<Boolean> asExpected() {
            return decision.expected().flatMap(wanted -> measured.map(change -> change * wanted > 0));
        }
    }

    /**
     * What came beside what was to come.
     *
     * @param came the value of the period
     * @param forecast of it, made before the decision
     * @param low lower end of its 80 % interval
     * @param high upper end
     */
    public record Against(double came, double forecast, double low, double high) {

        /** How much more came than was to come. */
        public double effect() {
            return came - forecast;
        }

        /** Whether the value lies outside what was to come anyway. */
        public boolean isClear() {
            return came < low || came > high;
        }
    }

    private record Card(String goal, String metric) {}

    /** One a KPI, in the order in which the ledger first names them. */
    public static List<Trust> of(List<Entry> entries) {
        Outcomes outcomes = new Outcomes(entries);
        Set<Card> cards = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.OfKpi known) {
                cards.add(new Card(known.goal(), known.metric()));
            }
        }
        return cards.stream().map(card -> of(card, entries, outcomes)).toList();
    }

    /** How many decisions can be judged, and how many of them moved the KPI the way that was expected. */
    public List<Judged> judged() {
        return decisions.stream().filter(one -> one.asExpected().isPresent()).toList();
    }

    private static Trust of(Card card, List<Entry> entries, Outcomes outcomes) {
        String goal = card.goal();
        List<ForecastMade> judged = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        List<Judged> decisions = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof ForecastMade made
                    && made.goal().equals(goal)
                    && made.metric().equals(card.metric())) {
                outcomes.of(goal, made.metric(), made.period()).ifPresent(value -> {
                    judged.add(made);
                    came.add(value);
                });
            } else if (entry instanceof DecisionTaken decision
                    && decision.goal().equals(goal)
                    && decision.metric().equals(card.metric())) {
                decisions.add(judged(decision, entries, outcomes));
            }
        }
        return scored(card, judged, came, decisions);
    }

    private static Judged judged(DecisionTaken decision, List<Entry> entries, Outcomes outcomes) {
        Optional<Against> against = effectPeriod(decision, entries)
                .flatMap(period -> outcomes.of(decision.goal(), decision.metric(), period)
                        .flatMap(came -> forecastBefore(decision, period, entries)
                                .map(said -> new Against(came, said.value(), said.low(), said.high()))));
        return new Judged(decision, measured(decision, entries, outcomes), against);
    }

    /** The last forecast of a period that was written down before a decision. */
    private static Optional<ForecastMade> forecastBefore(DecisionTaken decision, Period period, List<Entry> entries) {
        return entries.subList(0, entries.indexOf(decision)).stream()
                .filter(ForecastMade.class::isInstance)
                .map(ForecastMade.class::cast)
                .filter(made -> made.goal().equals(decision.goal()))
                .filter(made -> made.metric().equals(decision.metric()))
                .filter(made -> made.period().equals(period))
                .reduce((earlier, later) -> later);
    }

    private static Trust scored(Card card, List<ForecastMade> judged, List<Double> came, List<Judged> decisions) {
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
        return new Trust(
                card.goal(),
                card.metric(),
                judged.size(),
                inside,
                mean(errors),
                squares.size(),
                mean(squares),
                decisions);
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
                .filter(seen -> seen.metric().equals(decision.metric()))
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
