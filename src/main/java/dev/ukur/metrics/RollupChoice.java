package dev.ukur.metrics;

import dev.ukur.store.Rollup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for a measure the smallest roll-up that gives the very number its rows would give. Whatever it does not know for
 * certain is left to the rows.
 */
final class RollupChoice {

    private final List<Rollup> rollups;
    private final Definitions definitions;
    private final Question question;
    private final Sight sight;

    /**
     * @param rollups those of the engine, the smallest first
     */
    RollupChoice(List<Rollup> rollups, Definitions definitions, Question question, Sight sight) {
        this.rollups = rollups;
        this.definitions = definitions;
        this.question = question;
        this.sight = sight;
    }

    /** What an aggregate of a roll-up gives for a measure: by its name, of the rows of a filter over dimensions. */
    record Match(String name, Optional<Formula> filter) {}

    /** The roll-up for a measure, or empty when its rows must be read. */
    Optional<RolledUp> of(Served measure) {
        if (!sight.equals(Sight.current()) || !tellsWholeTable(measure) || needsRows(measure)) {
            return Optional.empty();
        }
        return rollups.stream()
                .filter(rollup -> rollup.of().equals(measure.fact().table())
                        && measure.fact().timeStart().equals("period_start")
                        && measure.fact().timeEnd().equals("period_end"))
                .flatMap(rollup -> serve(rollup, measure).stream())
                .findFirst();
    }

    /** Whether the fact is the canonical table as it is, and no fact of the workspace stands in that table's place. */
    private boolean tellsWholeTable(Served measure) {
        String table = measure.fact().table();
        return FactSql.wholeTable(measure.fact()).filter(table::equals).isPresent()
                && definitions.fact(table).isEmpty();
    }

    /** Whether the error of a ratio is computed from the squares of single rows, which no sum knows. */
    private boolean needsRows(Served measure) {
        String name = measure.measure().name();
        return question.metrics().stream()
                .filter(MetricPlan::squaresRows)
                .flatMap(metric -> metric.overRows().stream())
                .anyMatch(ratio ->
                        ratio.numerator().equals(name) || ratio.denominator().equals(name));
    }

    private Optional<RolledUp> serve(Rollup rollup, Served measure) {
        Set<String> columns = new HashSet<>();
        for (String dimension : question.dimensions()) {
            columns.add(measure.fact().dimensions().get(dimension));
        }
        if (match(rollup, measure).isEmpty() || !rollup.dimensions().containsAll(columns)) {
            return Optional.empty();
        }
        if (rollup.kind() == Rollup.Kind.SUMS) {
            return Optional.of(RolledUp.sums(rollup));
        }
        boolean cutsOnce = columns.size() == question.by().size() && columns.size() <= 1;
        boolean dayRows = measure.slices().stream().allMatch(slice -> slice.longRows() == 0);
        // One who is of two members told as one counts there once, but in the roll-up twice.
        boolean ownMembers = question.told().isEmpty();
        return cutsOnce && ownMembers && dayRows && measure.window().isEmpty()
                ? Optional.of(new RolledUp(rollup, columns.stream().findFirst()))
                : Optional.empty();
    }

    /** The aggregate that is the measure's own, or that of all rows where the measure filters by dimensions alone. */
    static Optional<Match> match(Rollup rollup, Served measure) {
        String filter = measure.filter().map(RollupChoice::plain).orElse("");
        Optional<Match> own = named(rollup, measure, filter).map(name -> new Match(name, Optional.empty()));
        if (own.isPresent() || measure.filter().isEmpty() || rollup.kind() == Rollup.Kind.DISTINCT) {
            return own;
        }
        boolean byDimensions = measure.filter().get().names().stream()
                .allMatch(name -> rollup.dimensions().contains(name.value()));
        return byDimensions
                ? named(rollup, measure, "").map(name -> new Match(name, measure.filter()))
                : Optional.empty();
    }

    private static Optional<String> named(Rollup rollup, Served measure, String filter) {
        String of = measure.expression().map(RollupChoice::plain).orElse("*");
        return rollup.aggregates().entrySet().stream()
                .filter(known ->
                        known.getValue().function().equals(measure.from().aggregate())
                                && known.getValue().of().equals(of)
                                && plainText(known.getValue().filter(), measure).equals(filter))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static String plainText(String filter, Served measure) {
        return filter.isEmpty()
                ? ""
                : plain(FormulaParser.parse(
                        new FormulaText(filter, measure.measure().at())));
    }

    /** A formula without regard to blanks and brackets. */
    private static String plain(Formula formula) {
        return FormulaSql.render(formula, name -> name);
    }
}
