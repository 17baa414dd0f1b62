package dev.ukur.metrics;

import dev.ukur.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a scan whose rows are added up by cluster, and the clusters by period and member: the measures and the squares
 * by which their ratios are judged come out of one pass over the rows.
 */
final class ClusterPass {

    private final Scan scan;
    private final List<MetricPlan> judged;
    private final ScanSql sql;
    private final Dialect dialect;

    /** @param metrics of the question */
    ClusterPass(Scan scan, List<MetricPlan> metrics, ScanSql sql) {
        this.scan = scan;
        this.judged = metrics.stream().filter(metric -> metric.clustersIn(scan)).toList();
        this.sql = sql;
        this.dialect = sql.dialect();
    }

    /** Whether a scan is read that way: rows are read, some ratio is judged by clusters, and all it gives adds up. */
    static boolean serves(Scan scan, List<MetricPlan> metrics) {
        return scan.rolledUp().isEmpty()
                && scan.clusters().isEmpty()
                && !scan.converts()
                && scan.measures().stream().allMatch(measure -> measure.from().addsUp())
                && metrics.stream()
                        .allMatch(metric -> Spread.columns(metric, scan).isEmpty())
                && metrics.stream().anyMatch(metric -> metric.clustersIn(scan));
    }

    /**
     * The common table expression.
     *
     * @param keys period and dimensions, as columns of the answer
     */
    String expression(List<String> keys) {
        String cluster = scan.fact().cluster().orElseThrow();
        List<String> inner = new ArrayList<>(sql.keys());
        List<String> outer = new ArrayList<>(keys);
        if (sql.isOnePeriod()) { // rows are put together by one key less
            outer.set(0, inner.remove(0));
        }
        String beside = inner.isEmpty() ? "" : ScanSql.positions(inner.size()) + ", ";
        for (Served measure : scan.measures()) {
            inner.addAll(sql.addends(measure));
            outer.addAll(addedUp(measure));
        }
        judged.forEach(metric -> outer.addAll(squares(metric)));
        return """
                -- %s from %s; rows of one %s together: by them the interval is judged
                %s as (
                    select
                        %s
                    from (
                        select
                            %s
                        from %s
                        where %s
                        group by %sf.%s
                    ) c
                    group by %s
                )""".formatted(
                        scan.measures().stream()
                                .map(measure -> measure.measure().name())
                                .collect(Collectors.joining(", ")),
                        scan.fact().name(),
                        cluster,
                        scan.name(),
                        String.join(",\n        ", outer),
                        String.join(",\n            ", inner),
                        sql.from(),
                        String.join("\n            and ", sql.conditions()),
                        beside,
                        cluster,
                        sql.grouping(0));
    }

    private List<String> addedUp(Served measure) {
        List<String> names = sql.names(measure);
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String column = dialect.quote(name);
            String type = measure.sums() && name.equals(names.get(0)) ? ScanSql.type(measure) : "bigint";
            columns.add("cast(sum(" + column + ") as " + type + ") as " + column);
        }
        return columns;
    }

    private List<String> squares(MetricPlan metric) {
        MetricPlan.OverRows ratio = metric.overRows().orElseThrow();
        String x = dialect.quote(ratio.numerator());
        String y = dialect.quote(ratio.denominator());
        List<String> values = List.of(
                clusters(ratio.denominator()), product(x, x), product(y, y), "coalesce(" + product(x, y) + ", 0)");
        List<String> names = Spread.ofClusters(metric, scan);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(values.get(i) + " as " + dialect.quote(names.get(i)));
        }
        return columns;
    }

    /** How many clusters have something of a measure: all of them where it counts every row. */
    private String clusters(String measure) {
        Served served = scan.measure(measure);
        boolean all = !served.sums()
                && served.expression().isEmpty()
                && sql.filter(served).isEmpty();
        return all ? "count(*)" : "count(*) filter (where " + dialect.quote(measure) + " <> 0)";
    }

    private static String product(String one, String other) {
        return "sum(cast(" + one + " as double) * " + other + ")";
    }
}
