package dev.ukur.delivery.lab;

import dev.ukur.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models by name. */
public final class Lab {

    private static final Map<String, Model> KNOWN = known();

    /** In the order of the help. */
    public static final List<String> MODELS = List.copyOf(KNOWN.keySet());

    /** Models that ask more of the rows than their columns can say, with the problem that says what. */
    private static final Map<String, String> NEEDS = Map.ofEntries(
            Map.entry("ratio", "stats-cannot-ratio"),
            Map.entry("welch", "stats-cannot-welch"),
            Map.entry("samplesize", "stats-cannot-samplesize"),
            Map.entry("gammagamma", "stats-cannot-gammagamma"),
            Map.entry("sbg", "stats-cannot-sbg"),
            Map.entry("logrank", "stats-cannot-logrank"),
            Map.entry("attribution", "stats-cannot-attribution"),
            Map.entry("permutation", "stats-cannot-permutation"),
            Map.entry("eventdays", "stats-cannot-eventdays"),
            Map.entry("impact", "stats-cannot-impact"),
            Map.entry("did", "stats-cannot-did"),
            Map.entry("forecast", "stats-cannot-forecast"),
            Map.entry("allocate", "stats-cannot-allocate"),
            Map.entry("response", "stats-cannot-response"),
            Map.entry("mix", "stats-cannot-mix"));

    private Lab() {}

    /** A model on a table. */
    @FunctionalInterface
    interface Model {

        Answer on(Table table, Settings settings);
    }

    /**
     * The answer of a model as JSON.
     *
     * @return empty when there is no such model
     * @throws ProblemException when columns or rows are wrong, or when the model cannot be computed from them
     */
    public static Optional<String> answer(String model, Table table, Settings settings) {
        return Optional.ofNullable(KNOWN.get(model)).map(found -> {
            try {
                return found.on(table, settings).json();
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new ProblemException(
                        table.problem(NEEDS.getOrDefault(model, "stats-cannot")).with("model", model));
            }
        });
    }

    private static Map<String, Model> known() {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("wilson", ComparisonModels::wilson);
        models.put("newcombe", ComparisonModels::newcombe);
        models.put("ratio", ComparisonModels::ratio);
        models.put("welch", ComparisonModels::welch);
        models.put("msprt", ComparisonModels::msprt);
        models.put("bh", ComparisonModels::bh);
        models.put("samplesize", ComparisonModels::sampleSize);
        models.put("bgnbd", CustomerModels::bgnbd);
        models.put("mbgnbd", CustomerModels::mbgnbd);
        models.put("paretonbd", CustomerModels::paretonbd);
        models.put("gammagamma", CustomerModels::gammagamma);
        models.put("sbg", CustomerModels::sbg);
        models.put("kaplanmeier", LifetimeModels::kaplanMeier);
        models.put("logrank", LifetimeModels::logRank);
        models.put("attribution", PathModels::attribution);
        models.put("permutation", SeriesModels::permutation);
        models.put("eventdays", SeriesModels::eventDays);
        models.put("impact", SeriesModels::impact);
        models.put("did", SeriesModels::did);
        models.put("forecast", SeriesModels::forecast);
        models.put("allocate", SeriesModels::allocate);
        models.put("response", ChangeModels::response);
        models.put("product", ChangeModels::product);
        models.put("mix", ChangeModels::mix);
        return models;
    }
}
