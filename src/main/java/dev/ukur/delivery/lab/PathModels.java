package dev.ukur.delivery.lab;

import dev.ukur.stats.Shapley;
import dev.ukur.stats.attribution.AttributionModel;
import dev.ukur.stats.attribution.Credits;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.stats.attribution.MarkovModel;
import dev.ukur.stats.attribution.MarkovModel.Effects;
import dev.ukur.stats.attribution.MarkovModel.Paths;
import dev.ukur.stats.attribution.Path;
import dev.ukur.stats.attribution.ShapleyModel;
import dev.ukur.stats.attribution.TouchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Paths of channels. */
final class PathModels {

    private PathModels() {}

    static Answer attribution(Table table, Settings settings) {
        Journeys journeys = journeys(table);
        boolean nulls = journeys.nulls() > 0;
        Map<String, AttributionModel> models = new LinkedHashMap<>();
        models.put("first", TouchRule.first());
        models.put("last", TouchRule.last());
        models.put("linear", TouchRule.linear());
        models.put("position", TouchRule.position());
        models.put("decay", TouchRule.stepDecay());
        models.put("markov1_converted", new MarkovModel(1, Paths.CONVERTED));
        models.put("markov2_converted", new MarkovModel(2, Paths.CONVERTED));
        if (nulls) {
            models.put("markov1_all", new MarkovModel(1, Paths.ALL));
            models.put("markov2_all", new MarkovModel(2, Paths.ALL));
        }
        models.put("shapley_additive", ShapleyModel.ADDITIVE);
        if (nulls && journeys.channels().size() <= Shapley.MOST_PLAYERS) {
            models.put("shapley_rate", ShapleyModel.RATE);
        }
        Effects effects = new MarkovModel(1, nulls ? Paths.ALL : Paths.CONVERTED).effects(journeys);
        Answer credits = new Answer();
        models.forEach((name, model) -> credits.put(name, credits(model.credits(journeys))));
        return new Answer()
                .put("conversions", journeys.conversions())
                .put("value", journeys.value())
                .put("nulls", journeys.nulls())
                .put("markov1_base", effects.base())
                .rows(
                        "channels",
                        journeys.channels().size(),
                        i -> new Answer()
                                .put("channel", journeys.channels().get(i))
                                .put("markov1_removal", effects.removal()[i]))
                .put("credits", credits);
    }

    private static Answer credits(Credits credits) {
        return new Answer().put("conversions", credits.conversions()).put("value", credits.value());
    }

    private static Journeys journeys(Table table) {
        List<String> texts = table.filled("path");
        double[] conversions = table.numbers("conversions", Range.NOT_NEGATIVE);
        double[] value = table.numbersOr("value", Range.ANY, 0);
        double[] nulls = table.numbersOr("nulls", Range.NOT_NEGATIVE, 0);
        table.refuse("path", "stats-path", texts.stream().map(PathModels::named).toList());
        Map<String, Integer> channels = new LinkedHashMap<>();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < conversions.length; i++) {
            String[] names = texts.get(i).split(">", -1);
            int[] touches = new int[names.length];
            for (int touch = 0; touch < names.length; touch++) {
                String name = names[touch].strip();
                int next = channels.size();
                Integer known = channels.putIfAbsent(name, next);
                touches[touch] = known == null ? next : known;
            }
            paths.add(Path.of(touches, conversions[i], value[i], nulls[i]));
        }
        return new Journeys(List.copyOf(channels.keySet()), paths);
    }

    /** Whether every touch of a path has a name. */
    private static boolean named(String path) {
        return Stream.of(path.split(">", -1)).noneMatch(String::isBlank);
    }
}
