package dev.ukur.metrics;

import dev.ukur.store.Rollup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds for a measure the smallest roll-up that gives the very number its rows would give. Whatever it does not know for
 * certain is left to the rows.
 */
final class RollupChoice {

    private final List<Rollup> rollups;
    private final Definitions definitions;
    private final Question question;
    private final Spine spine;
    private final Sight sight;

    /**
     * @param rollups those of the engine, the smallest first
     * @param plan whose scans are still to be chosen
     */
    RollupChoice(List<Rollup> rollups, Definitions definitions, Plan plan) {
        this.rollups = rollups;
        this.definitions = definitions;
        this.question = plan.question();
        this.spine = plan.spine();
        this.sight = plan.sight();
    }

    /** What an aggregate of a roll-up gives for a measure: by its name, of the rows of a filter over dimensions. */
    record Match(String name, Optional<Formula> filter) {}

    /**
     * The roll-up for a measure, or empty when its rows must be read.
     *
     * @param served all measures of the question
     */
    Optional<RolledUp> of(Served measure, List<Served> served) {
        if (needsRows(measure)) {
            return Optional.empty();
        }
        Optional<RolledUp> own = alone(measure);
        return partners(measure, served).allMatch(partner -> alone(partner).equals(own)) ? own : Optional.empty();
    }

    private Optional<RolledUp> alone(Served measure) {
        return known(measure).flatMap(rollup -> serve(rollup, measure).stream()).findFirst();
    }

    /** The other measures of ratios judged by clusters: both sides must be of the same rows. */
    private Stream<Served> partners(Served measure, List<Served> served) {
        String name = measure.measure().name();
        return question.metrics().stream()
                .filter(MetricPlan::squaresClusters)
                .flatMap(metric -> metric.overRows().stream())
                .filter(ratio ->
                        ratio.numerator().equals(name) || ratio.denominator().equals(name))
                .flatMap(ratio -> served.stream()
                        .filter(other -> List.of(ratio.numerator(), ratio.denominator())
                                .contains(other.measure().name())));
    }

    /** The roll-ups of the table whose rows, as they are now, a measure is of. */
    private Stream<Rollup> known(Served measure) {
        boolean asItIs = sight.equals(Sight.current())
                && tellsWholeTable(measure)
                && measure.fact().timeStart().equals("period_start")
                && measure.fact().timeEnd().equals("period_end");
        return rollups.stream()
                .filter(rollup -> asItIs && rollup.of().equals(measure.fact().table()));
    }

    /** The roll-up that knows the squares of all ratios over some measures that are judged by visitors. */
    Optional<RolledUp> ofClusters(List<Served> measures) {
        Scan scan = new Scan("", measures, Optional.empty(), Optional.empty());
        List<MetricPlan> judged = question.metrics().stream()
                .filter(metric -> metric.clustersIn(scan))
                .toList();
        Served first = measures.get(0);
        if (judged.isEmpty() || !scan.fact().cluster().equals(Optional.of("visitor_id")) || !isShort()) {
            return Optional.empty();
        }
        return known(first)
                .filter(rollup -> rollup.kind() == Rollup.Kind.PAIRS && cutsOnce(rollup, first))
                .filter(rollup -> judged.stream()
                        .allMatch(metric -> ratio(rollup, metric, scan)
                                .filter(rollup::knows)
                                .isPresent()))
                .map(rollup -> new RolledUp(rollup, columns(first).stream().findFirst()))
                .findFirst();
    }

    /** Whether the roll-up that knows the squares over some measures also tells these measures, in place of a roll-up of sums. */
    static boolean tells(RolledUp clusters, List<Served> measures) {
        return measures.stream()
                .allMatch(measure -> named(clusters.rollup(), measure).isPresent());
    }

    /** The ratio of a roll-up that a metric is, by the aggregates that its measures are. */
    static Optional<Rollup.Ratio> ratio(Rollup rollup, MetricPlan metric, Scan scan) {
        return metric.overRows()
                .flatMap(ratio -> named(rollup, scan.measure(ratio.numerator()))
                        .flatMap(above -> named(rollup, scan.measure(ratio.denominator()))
                                .map(below -> new Rollup.Ratio(above, below))));
    }

    private static Optional<String> named(Rollup rollup, Served measure) {
        return match(rollup, measure).filter(found -> found.filter().isEmpty()).map(Match::name);
    }

    /** Whether no period is longer than pairs of days are kept for. */
    private boolean isShort() {
        return spine.buckets().stream().allMatch(bucket -> bucket.days().days() <= Rollup.PAIRED_DAYS);
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
        return question.metrics().stream().anyMatch(metric -> metric.squaresRows(name));
    }

    private Optional<RolledUp> serve(Rollup rollup, Served measure) {
        Set<String> columns = columns(measure);
        if (match(rollup, measure).isEmpty() || !rollup.dimensions().containsAll(columns)) {
            return Optional.empty();
        }
        return switch (rollup.kind()) {
            case SUMS -> Optional.of(RolledUp.sums(rollup));
            case DISTINCT ->
                cutsOnce(rollup, measure)
                        ? Optional.of(new RolledUp(rollup, columns.stream().findFirst()))
                        : Optional.empty();
            case PAIRS -> Optional.empty();
        };
    }

    /** Whether a roll-up of days beside earlier days can cut a measure as the question wants. */
    private boolean cutsOnce(Rollup rollup, Served measure) {
        Set<String> columns = columns(measure);
        boolean once = columns.size() == question.by().size() && columns.size() <= 1;
        boolean dayRows = measure.slices().stream().allMatch(slice -> slice.longRows() == 0);
        // One who is of two members told as one counts there once, but in the roll-up twice.
        boolean ownMembers = question.told().isEmpty();
        return once
                && rollup.dimensions().containsAll(columns)
                && ownMembers
                && dayRows
                && measure.window().isEmpty();
    }

    /** The columns of the measure's fact that the question cuts or filters by. */
    private Set<String> columns(Served measure) {
        Set<String> columns = new HashSet<>();
        for (String dimension : question.dimensions()) {
            columns.add(measure.fact().dimensions().get(dimension));
        }
        return columns;
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
