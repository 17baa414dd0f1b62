package dev.ukur.insights.attribution;

import dev.ukur.stats.attribution.AttributionModel;
import dev.ukur.stats.attribution.Credits;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.stats.attribution.MarkovModel;
import dev.ukur.stats.attribution.RankStability;
import dev.ukur.stats.attribution.ShapleyModel;
import dev.ukur.stats.attribution.TouchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All models on the same paths.
 *
 * @param told one a model, in a fixed order
 */
record Models(List<Told> told) {

    /** The one whose answer is told first: it uses the paths that ended in nothing, and the order of touches. */
    static final String MAIN = "markov_1";

    private static final double HALF_LIFE_DAYS = 7;
    private static final int RUNS = 200;
    private static final int FEW_RUNS = 40;
    private static final long SEED = 20_261_127;
    /** Beyond so many different paths, stability is drawn fewer times. */
    private static final int MANY_PATHS = 20_000;

    /** What one model says; stability is not drawn where it would take long. */
    record Told(String name, Credits credits, Optional<RankStability> stability) {

        double share(int channel, double conversions) {
            return conversions == 0 ? 0 : credits.conversions()[channel] / conversions;
        }
    }

    Models {
        told = List.copyOf(told);
    }

    static Models of(Journeys together, Journeys timed) {
        List<Told> all = new ArrayList<>();
        all.add(tell("first", TouchRule.first(), together));
        all.add(tell("last", TouchRule.last(), together));
        all.add(tell("linear", TouchRule.linear(), together));
        all.add(tell("position", TouchRule.position(), together));
        all.add(tell("time_decay", TouchRule.timeDecay(HALF_LIFE_DAYS), timed));
        all.add(tell(MAIN, new MarkovModel(1, MarkovModel.Paths.ALL), together));
        all.add(tell("markov_1_converted", new MarkovModel(1, MarkovModel.Paths.CONVERTED), together));
        all.add(tell("markov_2", new MarkovModel(2, MarkovModel.Paths.ALL), together));
        all.add(tell("shapley", ShapleyModel.ADDITIVE, together));
        return new Models(all);
    }

    private static Told tell(String name, AttributionModel model, Journeys journeys) {
        int paths = journeys.paths().size();
        Optional<RankStability> stability = paths > 10 * MANY_PATHS
                ? Optional.empty()
                : Optional.of(RankStability.of(model, journeys, paths > MANY_PATHS ? FEW_RUNS : RUNS, SEED));
        return new Told(name, model.credits(journeys), stability);
    }

    Told main() {
        return of(MAIN);
    }

    Told of(String name) {
        return told.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** The part of all conversions that every model gives to the same channels. */
    double agreed(int channels, double conversions) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += least(channel, conversions);
        }
        return sum;
    }

    /** The smallest share that any model gives a channel. */
    double least(int channel, double conversions) {
        return told.stream()
                .mapToDouble(one -> one.share(channel, conversions))
                .min()
                .orElse(0);
    }

    /** The largest share that any model gives a channel. */
    double most(int channel, double conversions) {
        return told.stream()
                .mapToDouble(one -> one.share(channel, conversions))
                .max()
                .orElse(0);
    }

    /** The channel with most credit in a model. */
    static int first(Told model) {
        double[] credits = model.credits().conversions();
        int best = 0;
        for (int i = 1; i < credits.length; i++) {
            best = credits[i] > credits[best] ? i : best;
        }
        return best;
    }

    /** Whether all models give most to the same channel. */
    boolean agreeOnFirst() {
        return told.stream().mapToInt(Models::first).distinct().count() == 1;
    }

    /** Channels by the credit of the main model, the largest first. */
    List<Integer> order(int channels) {
        double[] credits = main().credits().conversions();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -credits[i]).thenComparing(i -> i));
        return order;
    }

    /** The value that changes its channel when one goes from one model to another. */
    double moved(Told from, Told to) {
        double sum = 0;
        for (int i = 0; i < from.credits().value().length; i++) {
            sum += Math.abs(from.credits().value()[i] - to.credits().value()[i]);
        }
        return sum / 2;
    }
}
