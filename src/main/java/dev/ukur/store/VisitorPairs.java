package dev.ukur.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of the roll-up of pairs of days on which the same visitors came; see {@code visitor_pairs.sql}. */
final class VisitorPairs {

    private final Rollup rollup;
    /** Columns of products, each with the two aggregates that are multiplied. */
    private final Map<String, List<String>> products = new LinkedHashMap<>();
    /** Columns that count visitors, each with the aggregate of which they have any. */
    private final Map<String, String> visitors = new LinkedHashMap<>();

    VisitorPairs(Rollup rollup) {
        this.rollup = rollup;
        for (Rollup.Ratio ratio : Rollup.RATIOS) {
            products.put(ratio.xx(), List.of(ratio.above(), ratio.above()));
            products.put(ratio.yy(), List.of(ratio.below(), ratio.below()));
            products.put(ratio.xy(), List.of(ratio.above(), ratio.below()));
            visitors.put(ratio.visitors(), ratio.below());
        }
    }

    /** The columns that are summed. */
    List<String> columns() {
        return Stream.of(factors(), products.keySet(), visitors.keySet())
                .flatMap(Collection::stream)
                .toList();
    }

    /** The table, without rows. */
    String table() {
        return "create or replace table main." + rollup.table()
                + " (cut varchar, member varchar, period_start date, period_end date, earlier date, "
                + each(columns(), column -> column + " bigint", ", ") + ")";
    }

    List<String> dimensions() {
        return rollup.dimensions();
    }

    /** What it reads of each day. */
    Map<String, Rollup.Aggregate> things() {
        return rollup.aggregates();
    }

    /** The things of which it reads the last earlier day. */
    Collection<String> dated() {
        return visitors.values();
    }

    /** Whether a row takes back visits of a day: then a day may be left without any. */
    String takesBack() {
        return "earlier = period_start and visits_x_visits < 0";
    }

    /** What the told days add to it. */
    String addition() {
        return SqlResource.read("visitor_pairs.sql")
                .replace("{{span}}", Integer.toString(Rollup.PAIRED_DAYS))
                .replace("{{of_a_day}}", ofADay())
                .replace("{{of_two_days}}", ofTwoDays())
                .replace("{{sums}}", each(columns(), VisitorPairs::sum, ",\n    "))
                .replace("{{something}}", each(columns(), column -> "sum(sign * " + column + ") <> 0", " or "));
    }

    private Set<String> factors() {
        Set<String> factors = new LinkedHashSet<>();
        products.values().forEach(factors::addAll);
        return factors;
    }

    private String ofADay() {
        return all(
                factor -> factor,
                (column, factors) -> factors.get(0) + " * " + factors.get(1) + " as " + column,
                (column, factor) -> "case when " + factor + " > 0 then 1 else 0 end as " + column);
    }

    private String ofTwoDays() {
        return all(
                factor -> "0",
                (column, factors) -> "later." + factors.get(0) + " * earlier." + factors.get(1) + " + earlier."
                        + factors.get(0) + " * later." + factors.get(1),
                (column, factor) -> "case when later." + factor + " > 0 and later.last_" + factor
                        + " = earlier.day then -1 else 0 end");
    }

    private String all(UnaryOperator<String> factor, Column<List<String>> product, Column<String> visitor) {
        Stream<String> multiplied =
                products.entrySet().stream().map(entry -> product.sql(entry.getKey(), entry.getValue()));
        Stream<String> counted =
                visitors.entrySet().stream().map(entry -> visitor.sql(entry.getKey(), entry.getValue()));
        return Stream.of(factors().stream().map(factor), multiplied, counted)
                .flatMap(column -> column)
                .collect(Collectors.joining(",\n        "));
    }

    /** How a column is computed. */
    @FunctionalInterface
    private interface Column<T> {
        String sql(String name, T of);
    }

    private static String sum(String column) {
        return "cast(sum(sign * " + column + ") as bigint) as " + column;
    }

    private static String each(Collection<String> names, UnaryOperator<String> sql, String between) {
        return names.stream().map(sql).collect(Collectors.joining(between));
    }
}
