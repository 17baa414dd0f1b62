package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.model.Measure;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A measure and the rows chosen to serve it.
 *
 * @param measure what is wanted
 * @param from the aggregate chosen among its sources
 * @param fact whose rows it aggregates
 * @param reports per account the one report whose rows count; empty where the fact has no reports
 * @param slices the rows it stands on
 * @param coverage days its tables speak of
 * @param convert whether some of the money must be converted
 */
record Served(
        Measure measure,
        Measure.From from,
        Fact fact,
        Map<String, String> reports,
        List<Survey.Slice> slices,
        Optional<Period> coverage,
        boolean convert) {

    Served {
        reports = new TreeMap<>(reports);
        slices = List.copyOf(slices);
    }

    Optional<Window> window() {
        return Window.of(measure);
    }

    boolean sums() {
        return from.aggregate().equals("sum");
    }

    /** Whether it adds up costs that somebody books. */
    boolean isCost() {
        return sums()
                && expression().stream()
                        .flatMap(formula -> formula.names().stream())
                        .anyMatch(name -> fact.costs().contains(name.value()));
    }

    /** Whether it counts whom or what the fact's rows belong to, so that the rows of each add one. */
    boolean countsClusters() {
        return from.aggregate().equals("count_distinct")
                && fact.cluster().filter(from.expression()::equals).isPresent();
    }

    boolean isSingle() {
        return from.aggregate().equals("single");
    }

    /** Whether no row means nought: things are counted or added up. */
    boolean countsFromNought() {
        return from.aggregate().startsWith("count") || sums();
    }

    Optional<Formula> expression() {
        return from.expression().equals("*") ? Optional.empty() : Optional.of(parse(from.expression()));
    }

    Optional<Formula> filter() {
        return from.filter().map(this::parse);
    }

    /** Whether its filter keeps only rows whose value is known. */
    boolean keepsKnownOnly() {
        return filter().stream().flatMap(Served::conditions).anyMatch(this::asksForItsValue);
    }

    private static Stream<Formula> conditions(Formula filter) {
        return filter instanceof Formula.Binary both && both.operator() == Operator.AND
                ? Stream.concat(conditions(both.left()), conditions(both.right()))
                : Stream.of(filter);
    }

    private boolean asksForItsValue(Formula condition) {
        return condition instanceof Formula.IsNull test
                && test.negated()
                && test.value() instanceof Formula.Name asked
                && from.expression().equals(asked.value());
    }

    private Formula parse(String text) {
        return FormulaParser.parse(new FormulaText(text, measure.at()));
    }
}
