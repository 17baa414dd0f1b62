package dev.ukur.metrics;

import dev.ukur.store.Dialect;
import dev.ukur.time.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as one query: spine, visible rows, facts, scans, the cells of all scans together, measures with nought and
 * unknown told apart, and at last the formulas. It gives the periods and members of which some scan has rows, in no order; the
 * others, and the order, are of {@link EmptyCells}.
 */
final class PlanSql {

    /** Suffixes of the columns from which an interval is made. */
    static final String FIRST = "__first";

    static final String SECOND = "__second";

    private final Dialect dialect;
    private final Definitions definitions;
    private final Plan plan;
    private final DividedCosts costs;
    private final ScanColumns scanned;

    PlanSql(Dialect dialect, Definitions definitions, Plan plan) {
        this.dialect = dialect;
        this.definitions = definitions;
        this.plan = plan;
        this.costs = new DividedCosts(plan);
        this.scanned = new ScanColumns(plan);
    }

    /** The query: columns {@code bucket}, the dimensions, each metric with its ends, rows of unknown value per sum. */
    String text() {
        FactSql facts = new FactSql(dialect, definitions, plan);
        List<MetricPlan> metrics = plan.question().metrics();
        List<String> scans = new ArrayList<>();
        for (Scan scan : plan.scans()) {
            if (scan.window().isPresent()) {
                scans.add(facts.windows(scan));
            }
            ScanSql sql = new ScanSql(facts, scan);
            if (ClusterPass.serves(scan, metrics)) {
                scans.add(new ClusterPass(scan, metrics, sql).expression(keys()));
                continue;
            }
            scans.add(sql.expression());
            if (!scan.tellsClusters()) {
                clusters(facts, scan).ifPresent(scans::add);
            }
        }
        List<String> parts = new ArrayList<>(facts.expressions());
        parts.addAll(scans);
        if (!scanned.isOnePart() && !dimensions().isEmpty()) {
            parts.add(cells());
        }
        boolean asTheyAre = served().allMatch(measure -> measure(measure).equals(name(measure)));
        if (!asTheyAre) {
            parts.add(measures());
        }
        String formulas = metrics(asTheyAre ? source() : "measures");
        if (Stream.concat(parts.stream(), Stream.of(formulas)).anyMatch(FactSql::readsSpine)) {
            parts.add(0, parts.stream().anyMatch(FactSql::readsDays) ? facts.spine() : facts.buckets());
        }
        return "with\n" + String.join(",\n", parts) + "\n" + formulas;
    }

    /** The clusters of a scan's rows, where the uncertainty of some metric is judged by them. */
    private Optional<String> clusters(FactSql facts, Scan scan) {
        List<MetricPlan> judged = plan.question().metrics().stream()
                .filter(metric -> metric.clustersIn(scan))
                .toList();
        Scan rows = scan.overClusters();
        return judged.isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.expression(new Spread.Clusters(rows, keys()), judged, new ScanSql(facts, rows)));
    }

    /** All parts side by side, one row a period. */
    private String joined() {
        return scanned.parts().stream()
                .map(part -> " left join " + part.name() + " using (bucket)")
                .collect(Collectors.joining("", FactSql.SPINE, ""));
    }

    /** All parts side by side, one row a period and member. */
    private String cells() {
        List<ScanColumns.Part> parts = scanned.parts();
        Stream<String> values = parts.stream()
                .flatMap(part -> part.columns().stream())
                .map(name -> "max(" + dialect.quote(name) + ") as " + dialect.quote(name));
        List<String> all = Stream.concat(keys().stream(), values).toList();
        List<String> branches = new ArrayList<>();
        parts.forEach(part -> branches.add(branch(part, parts)));
        return """
                -- all measures side by side
                cells as (
                    select %s
                    from (
                        %s
                    ) parts
                    group by %s
                )""".formatted(
                        String.join(", ", all),
                        String.join("\n        union all\n        ", branches),
                        ScanSql.positions(keys().size()));
    }

    /** The columns by which a metric's uncertainty is judged; none when its measures are not of the same rows. */
    private List<String> spread(MetricPlan metric) {
        if (!metric.allows(plan.question().dimensions())) {
            return List.of();
        }
        return plan.scans().stream()
                .flatMap(scan ->
                        Stream.concat(Spread.columns(metric, scan).stream(), Spread.ofClusters(metric, scan).stream()))
                .map(dialect::quote)
                .toList();
    }

    private String branch(ScanColumns.Part part, List<ScanColumns.Part> parts) {
        Stream<String> values = parts.stream()
                .flatMap(other -> other.columns().stream()
                        .map(name -> (other.equals(part) ? "" : "null as ") + dialect.quote(name)));
        return "select " + Stream.concat(keys().stream(), values).collect(Collectors.joining(", ")) + " from "
                + part.name();
    }

    /** No rows are nought where the data speak of the period, and unknown where they do not. */
    private String measures() {
        List<String> columns = new ArrayList<>(keys());
        served().forEach(measure -> {
            columns.add(measure(measure));
            if (measure.sums()) {
                columns.add(dialect.quote(measure.measure().name() + ScanSql.UNKNOWN));
            }
        });
        costs.measures().forEach(measure -> columns.add(dialect.quote(measure + ScanSql.ROWS)));
        plan.question().metrics().forEach(metric -> columns.addAll(spread(metric)));
        return """
                -- no rows are nought where the data speak of the period, and unknown where they do not
                measures as (
                    select
                        %s
                    from %s
                )""".formatted(String.join(",\n        ", columns), source());
    }

    /** Where the measures stand side by side. */
    private String source() {
        if (scanned.isOnePart()) {
            return plan.scans().get(0).name();
        }
        return dimensions().isEmpty() ? joined() : "cells";
    }

    private String name(Served measure) {
        return dialect.quote(measure.measure().name());
    }

    private String measure(Served measure) {
        String column = name(measure);
        String rows = dialect.quote(measure.measure().name() + ScanSql.ROWS);
        String value = column;
        boolean hasRows = scanned.hasRows(measure);
        if (measure.sums() && !hasRows) {
            value = "case when " + rows + " > 0 then " + column + " else 0 end";
        } else if (measure.countsFromNought() && !hasRows) {
            value = "coalesce(" + column + ", 0)";
        }
        List<String> known = known(measure);
        String told = known.isEmpty() ? value : "case when " + String.join(" and ", known) + " then " + value + " end";
        return told.equals(column) ? column : told + " as " + column;
    }

    /** For which periods the measure can be told; empty when for all. */
    private List<String> known(Served measure) {
        Set<LocalDateTime> blocked =
                plan.blocked().getOrDefault(measure.measure().name(), Set.of());
        List<Spine.Bucket> covered = plan.spine().buckets().stream()
                .filter(bucket -> plan.covers(measure, bucket))
                .toList();
        if (covered.isEmpty()) {
            return List.of("false");
        }
        List<String> conditions = new ArrayList<>();
        if (covered.size() < plan.spine().buckets().size()) {
            conditions.add(within(covered));
        }
        if (!blocked.isEmpty()) {
            conditions.add(new TreeSet<>(blocked)
                    .stream()
                            .map(plan.spine().cut()::literal)
                            .collect(Collectors.joining(", ", "bucket not in (", ")")));
        }
        return conditions;
    }

    /** A condition for some periods: by their ends where they stand side by side. */
    private String within(List<Spine.Bucket> covered) {
        List<Spine.Bucket> all = plan.spine().buckets();
        Spine.Bucket first = covered.get(0);
        Spine.Bucket last = covered.get(covered.size() - 1);
        if (all.indexOf(last) - all.indexOf(first) + 1 == covered.size()) {
            return "bucket between " + literal(first) + " and " + literal(last);
        }
        return covered.stream().map(this::literal).collect(Collectors.joining(", ", "bucket in (", ")"));
    }

    private String literal(Spine.Bucket bucket) {
        return plan.spine().cut().literal(bucket.key());
    }

    static boolean overlap(Period a, Period b) {
        return !a.last().isBefore(b.first()) && !b.last().isBefore(a.first());
    }

    private String metrics(String from) {
        List<String> columns = new ArrayList<>(keys());
        for (MetricPlan metric : plan.question().metrics()) {
            String name = metric.metric().name();
            if (!metric.allows(plan.question().dimensions())) {
                columns.addAll(unknown(metric));
                continue;
            }
            columns.add(value(metric, metric.value()) + " as " + dialect.quote(name));
            metric.parts().or(metric::ends).ifPresent(pair -> {
                columns.add(value(metric, pair.first()) + " as " + dialect.quote(name + FIRST));
                columns.add(value(metric, pair.second()) + " as " + dialect.quote(name + SECOND));
            });
            booked(metric)
                    .map(booked -> "case when " + booked + " then 0 when " + formula(metric.value())
                            + " is not null then 1 else 0 end as " + dialect.quote(name + DividedCosts.UNBOOKED))
                    .ifPresent(columns::add);
            columns.addAll(spread(metric));
        }
        served().filter(Served::sums)
                .sorted(Comparator.comparing(measure -> measure.measure().name()))
                .forEach(measure -> columns.add(dialect.quote(measure.measure().name() + ScanSql.UNKNOWN)));
        return "-- the formulas\nselect\n    " + String.join(",\n    ", columns) + "\nfrom " + from;
    }

    private List<String> unknown(MetricPlan metric) {
        String name = metric.metric().name();
        List<String> names = metric.hasInterval() ? List.of(name, name + FIRST, name + SECOND) : List.of(name);
        return names.stream()
                .map(column -> "cast(null as double) as " + dialect.quote(column))
                .toList();
    }

    /** A formula of a metric, where the costs it divides were booked. */
    private String value(MetricPlan metric, Formula formula) {
        return booked(metric)
                .map(booked -> "case when " + booked + " then " + formula(formula) + " end")
                .orElseGet(() -> formula(formula));
    }

    private Optional<String> booked(MetricPlan metric) {
        return costs.of(metric).stream()
                .map(measures -> measures.stream()
                        .map(measure -> dialect.quote(measure + ScanSql.ROWS) + " > 0")
                        .collect(Collectors.joining(" or ", "(", ")")))
                .reduce((one, other) -> one + " and " + other);
    }

    private String formula(Formula formula) {
        return FormulaSql.render(
                formula, name -> plan.served(name).isPresent() ? dialect.quote(name) : "cast(null as double)");
    }

    private List<String> keys() {
        return Stream.concat(Stream.of("bucket"), dimensions().stream()).toList();
    }

    private List<String> dimensions() {
        return plan.question().by().stream().map(dialect::quote).toList();
    }

    private Stream<Served> served() {
        return plan.scans().stream().flatMap(scan -> scan.measures().stream());
    }
}
