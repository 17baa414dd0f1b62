package dev.ukur.metrics;

import dev.ukur.store.Dialect;
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
    static final String LOW = "__low";
    static final String HIGH = "__high";

    private static final List<String> SQUARES = List.of(N, XX, YY, XY);
    private static final List<String> OF_A_MEAN = List.of(N, XX);
    private static final List<String> RANKS = List.of(LOW, HIGH);

    /** The 0.975 quantile of the normal distribution. */
    private static final String Z = "1.959964";

    private Spread() {}

    /** The names of the columns a scan gives for a metric; none when its measures are not of these rows. */
    static List<String> columns(MetricPlan metric, Scan scan) {
        if (metric.squaresIn(scan)) {
            return named(metric, SQUARES);
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

    private static List<String> squares(MetricPlan.OverRows ratio, Scan scan, ScanSql sql) {
        Served above = scan.measure(ratio.numerator());
        Served below = scan.measure(ratio.denominator());
        String x = sql.rowValue(above);
        String y = sql.rowValue(below);
        String counted = above.filter().isEmpty() || below.filter().isEmpty()
                ? ""
                : " filter (where " + sql.condition(above).orElseThrow() + " or "
                        + sql.condition(below).orElseThrow() + ")";
        return List.of(
                "count(*)" + counted,
                "sum(" + x + " * " + x + ")",
                "sum(" + y + " * " + y + ")",
                "sum(" + x + " * " + y + ")");
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
    static String expression(Clusters clusters, List<MetricPlan> metrics, ScanSql sql, String relation) {
        Scan scan = clusters.scan();
        Dialect dialect = sql.dialect();
        List<String> inner = new ArrayList<>(sql.keys());
        inner.add("f." + scan.fact().cluster().orElseThrow() + " as cluster");
        List<String> outer = new ArrayList<>(clusters.keys());
        for (MetricPlan metric : metrics) {
            String name = metric.metric().name();
            String x = dialect.quote(name + "__x");
            String y = dialect.quote(name + "__y");
            MetricPlan.OverRows ratio = metric.overRows().orElseThrow();
            inner.add("sum(" + sql.rowValue(scan.measure(ratio.numerator())) + ") as " + x);
            inner.add("sum(" + sql.rowValue(scan.measure(ratio.denominator())) + ") as " + y);
            outer.add("count(*) filter (where " + y + " <> 0) as " + dialect.quote(name + N));
            outer.add("sum(" + x + " * " + x + ") as " + dialect.quote(name + XX));
            outer.add("sum(" + y + " * " + y + ") as " + dialect.quote(name + YY));
            outer.add("sum(" + x + " * " + y + ") as " + dialect.quote(name + XY));
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
                        sql.from(relation),
                        String.join("\n            and ", sql.conditions()),
                        ScanSql.positions(clusters.keys().size() + 1),
                        ScanSql.positions(clusters.keys().size()));
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
