package dev.ukur.metrics;

import dev.ukur.model.Dimension;
import dev.ukur.model.Direction;
import dev.ukur.model.Fact;
import dev.ukur.model.Label;
import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.MetricInput;
import dev.ukur.model.Named;
import dev.ukur.model.Role;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.KeptFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The definitions by name, later ones in place of earlier ones. Formulas are read when first asked for. */
final class Definitions {

    private final Named<Fact> facts;
    private final Named<Dimension> dimensions;
    private final Named<Measure> measures;
    private final Named<Metric> metrics;
    private final List<KeptFact> kept;

    /** @param kept facts whose rows the engine keeps, as it defines them */
    Definitions(MetricDefinitions definitions, List<KeptFact> kept) {
        ConversionFacts conversions = new ConversionFacts(definitions.facts()::get);
        facts = definitions.facts().each(fact -> written(conversions, fact));
        dimensions = definitions.dimensions();
        measures = definitions.measures();
        metrics = definitions.metrics();
        this.kept = kept;
    }

    Named<Metric> metrics() {
        return metrics;
    }

    Named<Measure> measures() {
        return measures;
    }

    Named<Fact> facts() {
        return facts;
    }

    Named<Dimension> dimensions() {
        return dimensions;
    }

    Optional<Fact> fact(String name) {
        return facts.get(name);
    }

    /** A fact whose rows the engine keeps, where it and all that it reads are defined here as they are there. */
    Optional<KeptFact> kept(String name) {
        return kept.stream()
                .filter(known -> known.name().equals(name) && isDefinedAlike(known))
                .findFirst();
    }

    private boolean isDefinedAlike(KeptFact known) {
        return fact(known.name()).filter(fact -> known.isSelect(fact.sql())).isPresent()
                && known.reads().entrySet().stream().allMatch(read -> stands(read.getValue(), read.getKey()));
    }

    private boolean stands(String source, String name) {
        return kept(name).isPresent() || table(name).equals(Optional.of(source));
    }

    /** The canonical table that a name in a select stands for: of a fact that is one as it is, or of the table itself. */
    private Optional<String> table(String name) {
        Optional<Fact> fact = fact(name);
        return fact.isEmpty()
                ? Optional.of(name)
                : FactSql.wholeTable(fact.get()).filter(table -> fact(table).isEmpty());
    }

    /** A measure by its name; {@code metric.input.measure} is one as the input of a metric sees it. */
    Optional<Measure> measure(String name) {
        if (measures.has(name)) {
            return measures.get(name);
        }
        String[] path = name.split("\\.", 3);
        if (path.length < 3) {
            return Optional.empty();
        }
        return metrics.get(path[0])
                .flatMap(metric -> input(metric, path[1]))
                .flatMap(input -> measure(path[2]).map(measure -> InputMeasures.of(name, input, measure, this::fact)));
    }

    private static Optional<MetricInput> input(Metric metric, String name) {
        return metric.inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst();
    }

    /** A metric by its name, else by a label or alias; capitals, blanks, dashes and underscores do not matter. */
    Optional<Metric> metric(String nameOrAlias) {
        if (metrics.has(nameOrAlias)) {
            return metrics.get(nameOrAlias);
        }
        if (nameOrAlias.startsWith(Anatomy.PREFIX)) {
            return measures.get(nameOrAlias.substring(Anatomy.PREFIX.length())).map(Definitions::alone);
        }
        String wanted = plain(nameOrAlias);
        return metrics.all().stream()
                .filter(metric ->
                        words(metric).stream().anyMatch(word -> plain(word).equals(wanted)))
                .findFirst();
    }

    /** A measure as a metric of its own, for those who look into a metric's parts. */
    private static Metric alone(Measure measure) {
        Label words = Label.same(measure.name().replace('_', ' '));
        return new Metric(
                Anatomy.PREFIX + measure.name(),
                words,
                words,
                List.of(),
                measure.name(),
                List.of(),
                List.of(),
                measure.unit(),
                Direction.NEUTRAL,
                Role.CONTEXT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words,
                "ukur",
                measure.at());
    }

    /** All that a metric may be called. */
    static List<String> words(Metric metric) {
        List<String> words = new ArrayList<>(metric.aliases());
        words.add(metric.name());
        words.add(metric.label().id());
        words.add(metric.label().en());
        return words;
    }

    static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_:/-]+", " ");
    }

    /** The refusal of a metric's name, with the nearest known one. */
    Problem unknownMetric(String name, Location at) {
        Set<String> known = new HashSet<>();
        metrics.all().forEach(metric -> known.addAll(words(metric)));
        return Problem.error("unknown-metric", at)
                .with("name", name)
                .with("nearest", Nearest.to(name, known).orElse("–"));
    }

    /**
     * A metric's formula over measures alone, other metrics written out.
     *
     * @throws ProblemException when the formula cannot be read, names what is not known, or leads back to itself
     */
    Formula formula(Metric metric) {
        return expand(metric, metric.formula(), List.of());
    }

    /** Another formula of a metric, such as a bound, over measures alone. */
    Formula formula(Metric metric, String text) {
        return expand(metric, text, List.of());
    }

    /**
     * Refuses a formula that adds up what does not count alike, or averages ratios.
     *
     * @throws ProblemException also when it cannot be read
     */
    void checkUnits(Metric metric, String text) {
        FormulaText source = new FormulaText(text, metric.at());
        FormulaUnits.Kind found = FormulaUnits.of(source, FormulaParser.parse(source), name -> meaning(metric, name));
        FormulaUnits.Kind told = FormulaUnits.Kind.of(metric.unit());
        boolean money = found == FormulaUnits.Kind.MONEY || told == FormulaUnits.Kind.MONEY;
        if (money && !found.fits(told)) {
            throw new ProblemException(Problem.error("metric-unit", metric.at())
                    .with("metric", metric.name())
                    .with("unit", metric.unit().word())
                    .with("found", found.name().toLowerCase(Locale.ROOT)));
        }
    }

    private FormulaUnits.Meaning meaning(Metric metric, String name) {
        Optional<MetricInput> input = input(metric, name);
        if (input.isPresent() && !input.get().metric().equals(name)) {
            return meaning(metric, input.get().metric());
        }
        return measures.get(name)
                .map(measure -> new FormulaUnits.Meaning(FormulaUnits.Kind.of(measure.unit()), false))
                .or(() -> metrics.get(name)
                        .map(other -> new FormulaUnits.Meaning(
                                FormulaUnits.Kind.of(other.unit()), MetricPlan.divides(formula(other)))))
                .orElseGet(() -> new FormulaUnits.Meaning(FormulaUnits.Kind.ANY, false));
    }

    /** The measures a formula stands on; the formula must be expanded. */
    List<Measure> measures(Formula formula) {
        return formula.names().stream()
                .map(Formula.Name::value)
                .distinct()
                .flatMap(name -> measure(name).stream())
                .toList();
    }

    private Formula expand(Metric metric, String text, List<String> above) {
        if (above.contains(metric.name())) {
            throw new ProblemException(Problem.error("metric-cycle", metric.at())
                    .with("metric", metric.name())
                    .with("path", String.join(" > ", above) + " > " + metric.name()));
        }
        List<String> path = new ArrayList<>(above);
        path.add(metric.name());
        FormulaText source = new FormulaText(text, metric.at());
        Formula formula = FormulaParser.parse(source);
        FormulaTypes.check(source, formula, FormulaTypes.Type.NUMBER, FormulaTypes.Type.NUMBER);
        return formula.replace(name -> input(metric, name.value())
                .map(input -> seen(metric, input, path))
                .or(() -> written(name, path))
                .orElseThrow(() -> unknownName(name, source, metric)));
    }

    /** A measure as it is, another metric written out. */
    private Optional<Formula> written(Formula.Name name, List<String> path) {
        return measures.has(name.value())
                ? Optional.of(name)
                : metrics.get(name.value()).map(other -> expand(other, other.formula(), path));
    }

    /** What an input stands for, over measures as that input sees them. */
    private Formula seen(Metric metric, MetricInput input, List<String> path) {
        Formula.Name of = new Formula.Name(input.metric(), 1);
        Formula formula = written(of, path)
                .orElseThrow(() -> unknownName(of, new FormulaText(input.metric(), input.at()), metric));
        return formula.replace(measure ->
                new Formula.Name(metric.name() + "." + input.name() + "." + measure.value(), measure.position()));
    }

    private ProblemException unknownName(Formula.Name name, FormulaText source, Metric metric) {
        Set<String> known = new HashSet<>(measures.names());
        known.addAll(metrics.names());
        metric.inputs().forEach(input -> known.add(input.name()));
        return new ProblemException(Problem.error("formula-unknown-name", source.at())
                .with("metric", metric.name())
                .with("formula", source.text())
                .with("position", name.position())
                .with("name", name.value())
                .with("nearest", Nearest.to(name.value(), known).orElse("–")));
    }

    /** A conversion that cannot be written stays unwritten: its problem is told by the check, and it serves nothing. */
    private static Fact written(ConversionFacts conversions, Fact fact) {
        try {
            return conversions.written(fact);
        } catch (ProblemException e) {
            return fact;
        }
    }

    /** A conversion as it is written out; for the check of definitions. */
    void attempt(Fact fact) {
        new ConversionFacts(this::fact).written(fact);
    }
}
