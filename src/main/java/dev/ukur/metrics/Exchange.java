package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells which money has no rate of exchange, and which was converted at the rate of an earlier day. */
final class Exchange {

    private final QueryEngine engine;
    private final Definitions definitions;

    Exchange(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** Warnings for the rows of a plan; no query is run where nothing is converted. */
    List<Problem> check(Plan plan) {
        List<Scan> scans = plan.scans().stream().filter(Scan::converts).toList();
        List<Problem> warnings = new ArrayList<>();
        if (scans.isEmpty()) {
            return warnings;
        }
        engine.stream(Sql.of(question(plan, scans)), row -> {
            long unrated = ((Number) Objects.requireNonNull(row[2])).longValue();
            long carried = ((Number) Objects.requireNonNull(row[3])).longValue();
            if (unrated > 0) {
                warnings.add(warning("no-fx-rate", plan, row[0], row[1]).with("rows", unrated));
            }
            if (carried > 0) {
                warnings.add(warning("fx-rate-carried", plan, row[0], row[1]).with("rows", carried));
            }
        });
        return warnings;
    }

    private static Problem warning(
            String code,
            Plan plan,
            @org.jspecify.annotations.Nullable Object table,
            @org.jspecify.annotations.Nullable Object currency) {
        return Problem.warning(code, Location.nowhere())
                .with("table", String.valueOf(table))
                .with("from", String.valueOf(currency))
                .with("to", plan.currency());
    }

    private String question(Plan plan, List<Scan> scans) {
        FactSql facts = new FactSql(engine.dialect(), definitions, plan);
        String branches = scans.stream()
                .map(scan -> branch(plan, scan, new ScanSql(facts, scan)))
                .distinct()
                .collect(Collectors.joining("\nunion\n"));
        return facts.with() + branches + "\norder by 1, 2";
    }

    private static String branch(Plan plan, Scan scan, ScanSql sql) {
        String end = "f." + scan.fact().timeEnd();
        List<String> conditions = new ArrayList<>(List.of(
                "f.currency <> " + Sql.literal(plan.currency()),
                end + " <= " + FactSql.day(plan.spine().reach().last())));
        if (scan.window().isEmpty()) {
            conditions.add("f." + scan.fact().timeStart() + " >= "
                    + FactSql.day(plan.spine().reach().first()));
        }
        conditions.addAll(sql.kept());
        return "select " + Sql.literal(scan.fact().table()) + ", f.currency, "
                + "count(*) filter (where f.fx_rate is null), count(*) filter (where f.fx_day < " + end + ") from "
                + sql.rows() + " where " + String.join(" and ", conditions) + " group by 1, 2";
    }
}
