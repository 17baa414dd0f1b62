package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.stats.Shapley;
import dev.ukur.stats.attribution.Credits;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.stats.attribution.MarkovModel;
import dev.ukur.stats.attribution.MarkovModel.Effects;
import dev.ukur.stats.attribution.MarkovModel.Paths;
import dev.ukur.stats.attribution.Path;
import dev.ukur.stats.attribution.ShapleyModel;
import dev.ukur.stats.attribution.TouchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths of the ChannelAttribution package, and worked examples. */
final class AttributionCases {

    private static final List<String> CHANNELS = List.of(
            "eta", "iota", "alpha", "beta", "theta", "lambda", "kappa", "zeta", "epsilon", "gamma", "delta", "mi");

    private final Cases cases = new Cases();

    static Map<String, double[]> compute(Truth truth) {
        AttributionCases all = new AttributionCases();
        Journeys journeys = paths(truth.table("attribution/pathdata.csv"));
        all.rules(journeys);
        all.markov(journeys);
        all.shapley(journeys);
        all.examples();
        return all.cases.all();
    }

    private static Journeys paths(Table table) {
        List<String> texts = table.texts("path");
        double[] conversions = table.numbers("total_conversions");
        double[] value = table.numbers("total_conversion_value");
        double[] nulls = table.numbers("total_null");
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < conversions.length; i++) {
            int[] touches = java.util.Arrays.stream(texts.get(i).split(" > "))
                    .mapToInt(CHANNELS::indexOf)
                    .toArray();
            paths.add(Path.of(touches, conversions[i], value[i], nulls[i]));
        }
        return new Journeys(CHANNELS, paths);
    }

    private void rules(Journeys journeys) {
        Credits linear = TouchRule.linear().credits(journeys);
        cases.put(
                        "pathdata.totals conversions,value,null,rows",
                        journeys.conversions(),
                        journeys.value(),
                        journeys.nulls(),
                        journeys.paths().size())
                .put("first.conversions", TouchRule.first().credits(journeys).conversions())
                .put("last.conversions", TouchRule.last().credits(journeys).conversions())
                .put("linear.conversions", linear.conversions())
                .put("linear.value", linear.value())
                .put(
                        "decay half per step.conversions",
                        TouchRule.stepDecay().credits(journeys).conversions());
    }

    private void markov(Journeys journeys) {
        Effects converted = new MarkovModel(1, Paths.CONVERTED).effects(journeys);
        Effects all = new MarkovModel(1, Paths.ALL).effects(journeys);
        cases.put("markov1.nonull.removal", converted.removal())
                .put("markov1.nonull.removal vs ChannelAttribution simulation (tol .01)", converted.removal())
                .put("markov1.nonull.conversions", converted.credits().conversions())
                .put("markov1.null.base conversion prob", all.base())
                .put("markov1.null.removal", all.removal())
                .put("markov1.null.conversions", all.credits().conversions());
    }

    private void shapley(Journeys journeys) {
        double[] additive = ShapleyModel.ADDITIVE.credits(journeys).conversions();
        double[] worths = new double[1 << CHANNELS.size()];
        for (Path path : journeys.paths()) {
            int set = 0;
            for (int touch : path.touches()) {
                set |= 1 << touch;
            }
            for (int all = 0; all < worths.length; all++) {
                worths[all] += (all & set) == set ? path.conversions() : 0;
            }
        }
        double[] values = Shapley.values(CHANNELS.size(), set -> worths[set]);
        double apart = 0;
        for (int i = 0; i < values.length; i++) {
            apart = Math.max(apart, Math.abs(values[i] - additive[i]));
        }
        double[] glove = Shapley.values(3, set -> (set & 1) != 0 && (set & 6) != 0 ? 1 : 0);
        cases.put("shapley.additive game v(S)=conversions on paths inside S", values)
                .put("shapley.additive closed form (equal split over distinct channels) max diff", apart)
                .put("shapley.glove L,R1,R2", glove);
    }

    private void examples() {
        Journeys toy = new Journeys(
                List.of("C1", "C2", "C3"),
                List.of(
                        Path.of(new int[] {0, 1, 2}, 1, 1, 0),
                        Path.of(new int[] {0}, 0, 0, 1),
                        Path.of(new int[] {1, 2}, 0, 0, 1)));
        Effects effects = new MarkovModel(1, Paths.ALL).effects(toy);
        cases.put("toy3.base", effects.base())
                .put("toy3.removal C1,C2,C3", effects.removal())
                .put("toy3.credit", effects.credits().conversions());
        Path four = new Path(new int[] {0, 1, 2, 3}, Optional.of(new double[] {14, 7, 3, 0}), 1, 1, 0);
        cases.put("rules4.first", TouchRule.first().weights(four))
                .put("rules4.last", TouchRule.last().weights(four))
                .put("rules4.linear", TouchRule.linear().weights(four))
                .put("rules4.decay", TouchRule.stepDecay().weights(four))
                .put(
                        "time decay 7-day half-life, touches 14,7,3,0 days before",
                        TouchRule.timeDecay(7).weights(four));
    }
}
