package dev.ukur.metrics;

import dev.ukur.model.Measure;
import dev.ukur.model.Metric;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A metric with its formulas over measures.
 *
 * @param metric its definition
 * @param value formula of the number
 * @param parts numerator and denominator of a rate or ratio with an interval
 * @param ends lowest and highest value where part of the data is hidden or censored
 * @param measures all measures that the formulas stand on
 */
record MetricPlan(Metric metric, Formula value, Optional<Pair> parts, Optional<Pair> ends, List<Measure> measures) {

    /** How a metric's uncertainty is judged. */
    private static final String WILSON = "wilson";

    private static final String DELTA = "delta";
    private static final String CLUSTER = "cluster";
    private static final String RANKS = "ranks";
    private static final String PER_EVENT = "per_event";
    private static final String RANDOM_SUM = "random_sum";
    private static final String GROWTH = "growth";

    /** Those whose number is one formula over another. */
    private static final Set<String> PARTED = Set.of(WILSON, DELTA, CLUSTER, PER_EVENT, RANDOM_SUM);

    /** A ratio of two measures of the same rows. */
    record OverRows(String numerator, String denominator) {}

    /** Two formulas that belong together. */
    record Pair(Formula first, Formula second) {}

    static MetricPlan of(Metric metric, Definitions definitions) {
        Formula value = definitions.formula(metric);
        Optional<Pair> ends = metric.bounds()
                .map(bounds -> new Pair(
                        definitions.formula(metric, bounds.low()), definitions.formula(metric, bounds.high())));
        Set<Measure> measures = new LinkedHashSet<>(definitions.measures(value));
        ends.ifPresent(pair -> {
            measures.addAll(definitions.measures(pair.first()));
            measures.addAll(definitions.measures(pair.second()));
        });
        return new MetricPlan(metric, value, parts(metric, value), ends, List.copyOf(measures));
    }

    /**
     * Whether the metric over many periods at once reads like one period's: a ratio whose parts are sums over rows.
     * Amounts grow with the days instead; states (active at the start), distinct counts and windows depend on how long
     * the period is, so churn of six months is no churn of a month.
     */
    boolean pools(Definitions definitions) {
        return divides(value) && measures.stream().allMatch(measure -> addsUp(measure, definitions));
    }

    /**
     * Whether the number of a period is the sum of the numbers of its days: sums and counts over rows, added or subtracted.
     * Distinct counts and states are not, nor is anything that divides.
     */
    boolean adds(Definitions definitions) {
        return isLinear(value) && measures.stream().allMatch(measure -> addsUp(measure, definitions));
    }

    private static boolean isLinear(Formula formula) {
        if (formula instanceof Formula.Binary binary) {
            return (binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS)
                    && isLinear(binary.left())
                    && isLinear(binary.right());
        }
        return formula instanceof Formula.Name
                || formula instanceof Formula.Negative negative && isLinear(negative.of());
    }

    static boolean divides(Formula formula) {
        return formula instanceof Formula.Binary binary
                && (binary.operator() == Operator.DIVIDE || divides(binary.left()) || divides(binary.right()));
    }

    /** What the number is made of; empty when its parts look back, or through windows, and have no number alone. */
    Optional<Anatomy> anatomy(Definitions definitions) {
        boolean plain = metric.inputs().isEmpty()
                && measures.stream()
                        .allMatch(measure ->
                                measure.window().isEmpty() && measure.offsets().isEmpty());
        return plain
                ? Optional.of(new Anatomy(
                        value,
                        definitions.measures(value).stream()
                                .map(measure ->
                                        new Anatomy.Part(measure.name(), measure.unit(), addsUp(measure, definitions)))
                                .toList()))
                : Optional.empty();
    }

    private static boolean addsUp(Measure measure, Definitions definitions) {
        return measure.window().isEmpty()
                && measure.offsets().isEmpty()
                && measure.sources().stream()
                        .allMatch(from -> from.addsUp()
                                && definitions.fact(from.fact()).stream().noneMatch(FactSql::asksForPeriods));
    }

    /** Whether the metric may be cut by these dimensions, as its definition says. */
    boolean allows(Set<String> dimensions) {
        return metric.dimensions().isEmpty() || metric.dimensions().containsAll(dimensions);
    }

    /** That the definition does not allow these dimensions. */
    Problem refusal(Set<String> dimensions, boolean isError) {
        Set<String> lacking = new LinkedHashSet<>(dimensions);
        metric.dimensions().forEach(lacking::remove);
        Problem problem = isError
                ? Problem.error("metric-lacks-dimension", Location.nowhere())
                : Problem.warning("metric-lacks-dimension", Location.nowhere());
        return problem.with("measure", metric.name())
                .with("dimension", String.join(", ", lacking))
                .with("has", String.join(", ", metric.dimensions()));
    }

    boolean hasInterval() {
        return isJudged() || ends.isPresent() || ranked().isPresent();
    }

    /** Whether two of its numbers can be told apart or not. */
    boolean isJudged() {
        return parts.isPresent() || mean().isPresent();
    }

    /** The two measures of a ratio whose error is computed from squares, of single rows or of clusters of them. */
    Optional<OverRows> overRows() {
        boolean wanted = has(DELTA) || has(CLUSTER);
        return wanted
                        && parts.isPresent()
                        && parts.get().first() instanceof Formula.Name above
                        && parts.get().second() instanceof Formula.Name below
                ? Optional.of(new OverRows(above.value(), below.value()))
                : Optional.empty();
    }

    /** The measure whose mean over rows the metric is. */
    Optional<Measure> mean() {
        return has(DELTA) ? single("average") : Optional.empty();
    }

    /** The measure whose middle, or other share, the metric is, with an interval by the ranks of the rows. */
    Optional<Measure> ranked() {
        return has(RANKS) ? single("percentile") : Optional.empty();
    }

    private Optional<Measure> single(String aggregate) {
        return value instanceof Formula.Name && measures.size() == 1
                ? measures.stream()
                        .filter(measure -> measure.sources().stream()
                                .allMatch(from -> from.aggregate().equals(aggregate)))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether its error is computed from the squares of single rows, not of clusters of them. */
    boolean squaresEachRow() {
        return has(DELTA) && overRows().isPresent();
    }

    /** Whether the squares of single rows of a measure are needed. */
    boolean squaresRows(String measure) {
        boolean inRatio = has(DELTA)
                && overRows()
                        .filter(ratio -> ratio.numerator().equals(measure)
                                || ratio.denominator().equals(measure))
                        .isPresent();
        return inRatio || randomSum().filter(measure::equals).isPresent();
    }

    /** Whether the squares of clusters of rows are needed, where their fact has clusters. */
    boolean squaresClusters() {
        return has(CLUSTER) && overRows().isPresent();
    }

    /** Whether the squares of clusters of rows can be computed beside a scan: both measures add up its rows, or count those. */
    boolean clustersIn(Scan scan) {
        return has(CLUSTER)
                && scan.fact().cluster().isPresent()
                && bothSides(scan, served -> served.from().addsUp() || served.countsClusters());
    }

    /** Whether the squares of single rows can be computed in a scan: both measures add up its rows. */
    boolean squaresIn(Scan scan) {
        return has(DELTA) && bothSides(scan, served -> served.from().addsUp());
    }

    private boolean bothSides(Scan scan, Predicate<Served> way) {
        return overRows()
                .filter(ratio -> serves(scan, ratio.numerator(), way) && serves(scan, ratio.denominator(), way))
                .isPresent();
    }

    private boolean has(String interval) {
        return metric.interval().filter(interval::equals).isPresent();
    }

    /** Whether a measure is among a scan's, and served in some way. */
    private static boolean serves(Scan scan, String measure, Predicate<Served> way) {
        return scan.measures().stream()
                .anyMatch(served -> served.measure().name().equals(measure) && way.test(served));
    }

    /** Numerator and denominator; of a growth what has grown and from what. A ratio told under a condition is one. */
    static Optional<Pair> parts(Metric metric, Formula value) {
        Formula told = value instanceof Formula.Call call && call.function() == Formula.Function.IF
                ? call.arguments().get(1)
                : value;
        Formula ratio = told;
        if (metric.interval().filter(GROWTH::equals).isPresent()) {
            ratio = told instanceof Formula.Binary less && less.operator() == Operator.MINUS ? less.left() : told;
        } else if (metric.interval().filter(PARTED::contains).isEmpty()) {
            return Optional.empty();
        }
        return ratio instanceof Formula.Binary binary && binary.operator() == Operator.DIVIDE
                ? Optional.of(new Pair(binary.left(), binary.right()))
                : Optional.empty();
    }

    /** Whether it is a given amount over a number of events. */
    boolean isPerEvent() {
        return has(PER_EVENT);
    }

    /** Whether it is the growth of a number of events. */
    boolean isGrowth() {
        return has(GROWTH);
    }

    /** The measure that is a sum over rows which chance brings, with all else in the formula given: the first one in it. */
    Optional<String> randomSum() {
        return has(RANDOM_SUM) ? parts.flatMap(pair -> first(pair.first())) : Optional.empty();
    }

    private static Optional<String> first(Formula formula) {
        if (formula instanceof Formula.Binary binary) {
            boolean adds = binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS;
            return adds ? first(binary.left()) : Optional.empty();
        }
        return formula instanceof Formula.Name name ? Optional.of(name.value()) : Optional.empty();
    }

    /** The measure of {@link #randomSum} where a scan adds it up. */
    Optional<String> randomSumIn(Scan scan) {
        return randomSum()
                .filter(measure -> serves(scan, measure, served -> served.from().addsUp()));
    }
}
