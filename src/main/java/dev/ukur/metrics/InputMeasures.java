package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.model.Measure;
import dev.ukur.model.MetricInput;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Measures as an input of a metric sees them: with its filter, its window, its offset. */
final class InputMeasures {

    private InputMeasures() {}

    /**
     * The measure of an input.
     *
     * @param name it goes by in formulas
     * @param facts by name; a fact that lacks a dimension of the filter does not serve
     * @throws ProblemException when the filter cannot be read, no fact has its dimensions, or both have a window
     */
    static Measure of(String name, MetricInput input, Measure measure, Function<String, Optional<Fact>> facts) {
        if (input.window().isPresent() && measure.window().isPresent()) {
            throw new ProblemException(Problem.error("input-window-twice", input.at())
                    .with("input", input.name())
                    .with("measure", measure.name())
                    .with("window", measure.window().get()));
        }
        List<String> offsets = new ArrayList<>(measure.offsets());
        input.offset().ifPresent(offsets::add);
        Measure seen = new Measure(
                name,
                measure.label(),
                measure.unit(),
                input.window().or(measure::window),
                offsets,
                sources(input, measure, facts),
                input.at());
        Window.of(seen);
        return seen;
    }

    private static List<Measure.From> sources(
            MetricInput input, Measure measure, Function<String, Optional<Fact>> facts) {
        if (input.filter().isEmpty()) {
            return measure.sources();
        }
        FormulaText text = new FormulaText(input.filter().get(), input.at());
        Formula filter = FormulaParser.parse(text);
        FormulaTypes.check(text, filter, FormulaTypes.Type.TEXT, FormulaTypes.Type.TRUTH);
        List<Measure.From> able = measure.sources().stream()
                .flatMap(from -> facts.apply(from.fact()).flatMap(fact -> filtered(from, text, filter, fact)).stream())
                .toList();
        if (able.isEmpty()) {
            throw new ProblemException(Problem.error("input-filter-dimension", input.at())
                    .with("input", input.name())
                    .with("measure", measure.name())
                    .with("filter", text.text()));
        }
        return able;
    }

    /** The aggregate with the filter over dimensions as one over the fact's columns; empty when the fact lacks one. */
    private static Optional<Measure.From> filtered(Measure.From from, FormulaText text, Formula filter, Fact fact) {
        List<Formula.Name> names = filter.names().stream()
                .sorted(Comparator.comparingInt(Formula.Name::position).reversed())
                .toList();
        StringBuilder columns = new StringBuilder(text.text());
        for (Formula.Name name : names) {
            String column = fact.dimensions().get(name.value());
            if (column == null) {
                return Optional.empty();
            }
            int start = name.position() - 1;
            columns.replace(start, start + name.value().length(), column);
        }
        String both =
                from.filter().map(own -> "(" + own + ") and (" + columns + ")").orElse(columns.toString());
        return Optional.of(new Measure.From(
                from.fact(), from.aggregate(), from.share(), from.expression(), Optional.of(both), from.arrives()));
    }
}
