package dev.ukur.delivery.lab;

import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models by name. */
public final class Lab {

    /** In the order of the help. */
    public static final List<String> MODELS = List.of(
            "wilson",
            "newcombe",
            "ratio",
            "welch",
            "msprt",
            "bh",
            "samplesize",
            "bgnbd",
            "mbgnbd",
            "paretonbd",
            "gammagamma",
            "sbg",
            "kaplanmeier",
            "logrank",
            "attribution",
            "permutation",
            "eventdays",
            "impact",
            "did",
            "forecast",
            "allocate");

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
            Map.entry("allocate", "stats-cannot-allocate"));

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
        return find(model).map(found -> {
            try {
                return found.on(table, settings).json();
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new ProblemException(
                        table.problem(NEEDS.getOrDefault(model, "stats-cannot")).with("model", model));
            }
        });
    }

    private static Optional<Model> find(String model) {
        return switch (model) {
            case "wilson" -> Optional.of(ComparisonModels::wilson);
            case "newcombe" -> Optional.of(ComparisonModels::newcombe);
            case "ratio" -> Optional.of(ComparisonModels::ratio);
            case "welch" -> Optional.of(ComparisonModels::welch);
            case "msprt" -> Optional.of(ComparisonModels::msprt);
            case "bh" -> Optional.of(ComparisonModels::bh);
            case "samplesize" -> Optional.of(ComparisonModels::sampleSize);
            case "bgnbd" -> Optional.of(CustomerModels::bgnbd);
            case "mbgnbd" -> Optional.of(CustomerModels::mbgnbd);
            case "paretonbd" -> Optional.of(CustomerModels::paretonbd);
            case "gammagamma" -> Optional.of(CustomerModels::gammagamma);
            case "sbg" -> Optional.of(CustomerModels::sbg);
            case "kaplanmeier" -> Optional.of(LifetimeModels::kaplanMeier);
            case "logrank" -> Optional.of(LifetimeModels::logRank);
            case "attribution" -> Optional.of(PathModels::attribution);
            case "permutation" -> Optional.of(SeriesModels::permutation);
            case "eventdays" -> Optional.of(SeriesModels::eventDays);
            case "impact" -> Optional.of(SeriesModels::impact);
            case "did" -> Optional.of(SeriesModels::did);
            case "forecast" -> Optional.of(SeriesModels::forecast);
            case "allocate" -> Optional.of(SeriesModels::allocate);
            default -> Optional.empty();
        };
    }
}
