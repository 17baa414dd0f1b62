package dev.ukur.metrics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Costs that a metric divides, such as those of a new customer. What happened is in the data, so no orders are nought
 * orders; but costs are there only where somebody booked them, and a channel without any did not come free. Where an answer
 * tells members or filters by them, such a ratio is known only where some cost was booked in the period.
 */
final class DividedCosts {

    /** Suffix of the column that says whether a metric is left blank for want of costs. */
    static final String UNBOOKED = "__unbooked";

    private final Plan plan;

    DividedCosts(Plan plan) {
        this.plan = plan;
    }

    /** The measures of which one at least must have rows, for each division of nothing but costs in a metric. */
    List<Set<String>> of(MetricPlan metric) {
        return plan.question().dimensions().isEmpty()
                ? List.of()
                : numerators(metric.value())
                        .map(DividedCosts::names)
                        .filter(this::areCosts)
                        .distinct()
                        .toList();
    }

    /** All measures that some metric of the question asks rows of. */
    Set<String> measures() {
        return plan.question().metrics().stream()
                .flatMap(metric -> of(metric).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean areCosts(Set<String> measures) {
        return !measures.isEmpty()
                && measures.stream()
                        .map(plan::served)
                        .allMatch(served -> served.filter(Served::isCost).isPresent());
    }

    private static Set<String> names(Formula formula) {
        return formula.names().stream().map(Formula.Name::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is divided, at any depth. */
    private static Stream<Formula> numerators(Formula formula) {
        if (formula instanceof Formula.Binary binary) {
            Stream<Formula> below = Stream.of(binary.left(), binary.right()).flatMap(DividedCosts::numerators);
            return binary.operator() == Operator.DIVIDE ? Stream.concat(Stream.of(binary.left()), below) : below;
        }
        if (formula instanceof Formula.Call call) {
            return call.arguments().stream().flatMap(DividedCosts::numerators);
        }
        return formula instanceof Formula.Negative negative ? numerators(negative.of()) : Stream.empty();
    }
}
