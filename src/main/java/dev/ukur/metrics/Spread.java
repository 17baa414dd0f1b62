package dev.ukur.metrics;

import dev.ukur.store.Dialect;
import dev.ukur.store.Rollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a scan from which the uncertainty of metrics is judged: squares of what rows add to both sides of a
 * ratio, squares of a mean's values, or the two values between which a percentile lies.
 */
final class Spread {

    static final String N = "__n";
    static final String XX = "__xx";
    static final String YY = "__yy";
    static final String XY = "__xy";
    static final String X = "__x";
    static final String LARGEST = "__largest";
    static final String LOW = "__low";
    static final String HIGH = "__high";

    private static final List<String> SQUARES = List.of(N, XX, YY, XY);
    private static final List<String> OF_A_MEAN = List.of(N, XX);
    private static final List<String> OF_A_SUM = List.of(N, X, XX, LARGEST);
    private static final List<String> RANKS = List.of(LOW, HIGH);

    /** The 0.975 quantile of the normal distribution. */
    private static final String Z = "1.959964";

    private Spread() {}

    /** The names of the columns a scan gives for a metric; none when its measures are not of these rows. */
    static List<String> columns(MetricPlan metric, Scan scan) {
        if (metric.squaresIn(scan)) {
            return named(metric, SQUARES);
        }
        if (metric.randomSumIn(scan).isPresent()) {
            return named(metric, OF_A_SUM);
        }
        if (metric.mean().filter(measure -> serves(scan, measure.name())).isPresent()) {
            return named(metric, OF_A_MEAN);
        }
        return metric.ranked().filter(measure -> serves(scan, measure.name())).isPresent()
                ? named(metric, RANKS)
                : List.of();
    }

    /** The names of the columns that clusters of a scan's rows give for a metric. */
    static List<String> ofClusters(MetricPlan metric, Scan scan) {
        return metric.clustersIn(scan) ? named(metric, SQUARES) : List.of();
    }

    private static List<String> named(MetricPlan metric, List<String> suffixes) {
        return suffixes.stream().map(suffix -> metric.metric().name() + suffix).toList();
    }

    private static boolean serves(Scan scan, String measure) {
        return scan.measures().stream()
                .anyMatch(served -> served.measure().name().equals(measure));
    }

    /** What stands in those columns, in their order. */
    static List<String> values(MetricPlan metric, Scan scan, ScanSql sql) {
        if (metric.squaresIn(scan)) {
            return squares(metric.overRows().orElseThrow(), scan, sql);
        }
        Optional<String> summed = metric.randomSumIn(scan);
        if (summed.isPresent()) {
            return ofASum(scan.measure(summed.get()), sql);
        }
        Served served = metric.mean()
                .or(metric::ranked)
                .map(measure -> scan.measure(measure.name()))
                .orElseThrow();
        String value = "cast(" + sql.value(served) + " as double)";
        if (metric.mean().isPresent()) {
            String filter = sql.filter(served);
            return List.of("count(" + value + ")" + filter, "sum(" + value + " * " + value + ")" + filter);
        }
        return ranks(served, sql, value);
    }

    private static List<String> ofASum(Served served, ScanSql sql) {
        String value = sql.rowValue(served);
        return List.of(
                "count(*) filter (where " + value + " <> 0)",
                "sum(" + value + ")",
                "sum(" + value + " * " + value + ")",
                "max(" + value + ")");
    }

    private static List<String> squares(MetricPlan.OverRows ratio, Scan scan, ScanSql sql) {
        Served above = scan.measure(ratio.numerator());
        Served below = scan.measure(ratio.denominator());
        String x = sql.rowValue(above);
        String y = sql.rowValue(below);
        boolean all = sql.filter(above).isEmpty() || sql.filter(below).isEmpty();
        String counted = all
                ? ""
                : " filter (where " + sql.condition(above).orElseThrow() + " or "
                        + sql.condition(below).orElseThrow() + ")";
        return List.of("count(*)" + counted, products(x, x), products(y, y), known(mixed(above, below, sql)));
    }

    /** Where one side counts rows, that is the sum of the other side, which stands there already. */
    private static String mixed(Served above, Served below, ScanSql sql) {
        String x = sql.rowValue(above);
        String y = sql.rowValue(below);
        if (above.sums() && y.equals(ScanSql.ONE)) {
            return "cast(" + sql.plainSum(above) + " as double)";
        }
        return products(x, y);
    }

    /** Products of what is not known together add nothing. */
    private static String known(String sum) {
        return sum.contains("sum(") ? "coalesce(" + sum + ", 0)" : sum;
    }

    /** What the rows of a cluster add to a measure: one to that which counts clusters, if they are of a known one. */
    private static String ofCluster(Served measure, ScanSql sql) {
        String value = sql.rowValue(measure);
        return measure.countsClusters()
                ? "max(case when f." + measure.fact().cluster().orElseThrow() + " is not null then " + value
                        + " else 0 end)"
                : sum(value);
    }

    private static String sum(String value) {
        return value.equals(ScanSql.ONE) ? "cast(count(*) as double)" : "sum(" + value + ")";
    }

    /** The sum of the products of what rows add to one side and to the other. */
    private static String products(String one, String other) {
        if (one.equals(ScanSql.ONE)) {
            return other.equals(ScanSql.ONE) ? "count(*)" : "sum(" + other + ")";
        }
        return "sum(" + one + (other.equals(ScanSql.ONE) ? "" : " * " + other) + ")";
    }

    /**
     * The values of the ranks n p ± 1.96 √(n p (1-p)), the upper one plus 1, rounded; null where there are too few rows.
     * Source: Campbell and Gardner 1988, BMJ 296:1454.
     */
    private static List<String> ranks(Served served, ScanSql sql, String value) {
        String share = served.from().share().orElseThrow();
        Optional<String> condition = sql.condition(served);
        String known = condition.map(text -> text + " and ").orElse("") + value + " is not null";
        String n = "count(*) filter (where " + known + ")";
        String half = Z + " * sqrt(" + n + " * " + share + " * (1 - " + share + "))";
        Dialect dialect = sql.dialect();
        return List.of(
                dialect.nth(value, condition, "round(" + n + " * " + share + " - " + half + ")"),
                dialect.nth(value, condition, "round(1 + " + n + " * " + share + " + " + half + ")"));
    }

    /**
     * The common table expression with the squares of a scan's clusters.
     *
     * @param metrics judged by them
     */
    static String expression(Clusters clusters, List<MetricPlan> metrics, ScanSql sql) {
        Scan scan = clusters.scan();
        if (scan.rolledUp().isPresent()) {
            return rolledUp(clusters, metrics, sql);
        }
        Dialect dialect = sql.dialect();
        List<String> inner = new ArrayList<>(sql.keys());
        inner.add("f." + scan.fact().cluster().orElseThrow() + " as cluster");
        List<String> outer = new ArrayList<>(clusters.keys());
        for (MetricPlan metric : metrics) {
            String name = metric.metric().name();
            String x = dialect.quote(name + "__x");
            String y = dialect.quote(name + "__y");
            MetricPlan.OverRows ratio = metric.overRows().orElseThrow();
            inner.add(ofCluster(scan.measure(ratio.numerator()), sql) + " as " + x);
            inner.add(ofCluster(scan.measure(ratio.denominator()), sql) + " as " + y);
            outer.add("count(*) filter (where " + y + " <> 0) as " + dialect.quote(name + N));
            outer.add("sum(" + x + " * " + x + ") as " + dialect.quote(name + XX));
            outer.add("sum(" + y + " * " + y + ") as " + dialect.quote(name + YY));
            outer.add(known("sum(" + x + " * " + y + ")") + " as " + dialect.quote(name + XY));
        }
        return """
                -- rows of one %s together: by them the interval is judged
                %s as (
                    select %s
                    from (
                        select %s
                        from %s
                        where %s
                        group by %s
                    ) c
                    group by %s
                )""".formatted(
                        scan.fact().cluster().orElseThrow(),
                        clusters.name(),
                        String.join(",\n        ", outer),
                        String.join(",\n            ", inner),
                        sql.from(),
                        String.join("\n            and ", sql.conditions()),
                        sql.grouping(1),
                        ScanSql.positions(clusters.keys().size()));
    }

    /** The same from a roll-up that has summed the squares of visitors over every two days of a period. */
    private static String rolledUp(Clusters clusters, List<MetricPlan> metrics, ScanSql sql) {
        Scan scan = clusters.scan();
        Rollup rollup = scan.rolledUp().orElseThrow().rollup();
        List<String> columns = new ArrayList<>(sql.keys());
        columns.addAll(rolledUp(scan, metrics, sql.dialect()));
        return """
                -- rows of one %s together, from roll-up %s: by them the interval is judged
                %s as (
                    select
                        %s
                    from %s
                    where %s
                    group by %s
                )""".formatted(
                        scan.fact().cluster().orElseThrow(),
                        rollup.table(),
                        clusters.name(),
                        String.join(",\n        ", columns),
                        sql.from(),
                        String.join("\n        and ", sql.conditions()),
                        sql.grouping(0));
    }

    /** The columns of a scan of a roll-up from which metrics are judged by clusters. */
    static List<String> rolledUp(Scan scan, List<MetricPlan> metrics, Dialect dialect) {
        Rollup rollup = scan.rolledUp().orElseThrow().rollup();
        List<String> columns = new ArrayList<>();
        for (MetricPlan metric : metrics) {
            List<String> names = ofClusters(metric, scan);
            if (names.isEmpty()) {
                continue;
            }
            Rollup.Ratio ratio = RollupChoice.ratio(rollup, metric, scan).orElseThrow();
            List<String> sums = List.of(ratio.visitors(), ratio.xx(), ratio.yy(), ratio.xy());
            for (int i = 0; i < sums.size(); i++) {
                columns.add("sum(f." + sums.get(i) + ") as " + dialect.quote(names.get(i)));
            }
        }
        return columns;
    }

    /**
     * The clusters beside a scan.
     *
     * @param scan over the rows themselves
     * @param keys period and dimensions, as columns of the answer
     */
    record Clusters(Scan scan, List<String> keys) {

        String name() {
            return scan.name() + "_spread";
        }
    }
}
