package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds rows that speak of more days than one period of the answer holds, such as a month's orders asked for by day.
 * They are not spread; the periods they touch cannot be told, and the reader is told why.
 */
final class Placement {

    private final QueryEngine engine;
    private final Definitions definitions;

    Placement(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** The plan with the periods that cannot be told, and a warning for each fact that has such rows. */
    Plan.Checked check(Plan plan) {
        List<Scan> doubtful = plan.scans().stream()
                .filter(scan -> mayHaveLongRows(plan, scan))
                .toList();
        if (doubtful.isEmpty()) {
            return new Plan.Checked(plan, List.of());
        }
        Map<String, Set<LocalDateTime>> blocked = new HashMap<>();
        Map<String, Long> unplaced = new LinkedHashMap<>();
        engine.stream(Sql.of(question(plan, doubtful)), row -> {
            Served measure = plan.served(String.valueOf(row[0])).orElseThrow();
            Period days = new Period((LocalDate) at(row[1]), (LocalDate) at(row[2]));
            Set<LocalDateTime> touched = touched(plan, measure, days);
            if (!touched.isEmpty()) {
                blocked.computeIfAbsent(measure.measure().name(), name -> new HashSet<>())
                        .addAll(touched);
                unplaced.merge(measure.fact().table(), ((Number) at(row[3])).longValue(), Math::max);
            }
        });
        List<Problem> warnings = new ArrayList<>();
        unplaced.forEach((table, rows) -> warnings.add(unplaced(plan, table, rows)));
        return new Plan.Checked(plan.withBlocked(blocked), warnings);
    }

    private static Problem unplaced(Plan plan, String table, long rows) {
        if (plan.spine().cut().isByHour()) {
            return Problem.warning("unplaced-hours", Location.nowhere())
                    .with("table", table)
                    .with("rows", rows);
        }
        return Problem.warning("unplaced-rows", Location.nowhere())
                .with("table", table)
                .with("rows", rows)
                .with("grain", plan.spine().grain().word());
    }

    private static Object at(@org.jspecify.annotations.Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static boolean mayHaveLongRows(Plan plan, Scan scan) {
        return plan.spine().cut().isByHour()
                || scan.measures().get(0).slices().stream().anyMatch(slice -> slice.longRows() > 0)
                        && !FactSql.asksForPeriods(scan.fact());
    }

    /** The periods that rows of these days touch without lying inside; none when a period holds them whole. */
    private static Set<LocalDateTime> touched(Plan plan, Served measure, Period rows) {
        Set<LocalDateTime> keys = new HashSet<>();
        for (Spine.Bucket bucket : plan.spine().buckets()) {
            Period days = plan.days(measure, bucket);
            if (PlanSql.overlap(days, rows) && (plan.spine().cut().isByHour() || !days.holds(rows))) {
                keys.add(bucket.key());
            }
        }
        return keys;
    }

    /** Per measure, how many rows there are of each run of days longer than one. */
    private String question(Plan plan, List<Scan> scans) {
        FactSql facts = new FactSql(engine.dialect(), definitions, plan);
        List<String> branches = new ArrayList<>();
        for (Scan scan : scans) {
            ScanSql sql = new ScanSql(facts, scan);
            String start = "f." + scan.fact().timeStart();
            String end = "f." + scan.fact().timeEnd();
            for (Served measure : scan.measures()) {
                List<String> conditions = new ArrayList<>(List.of(
                        sql.unplaced(),
                        start + " <= " + FactSql.day(plan.spine().reach().last())));
                conditions.addAll(sql.kept());
                sql.condition(measure).ifPresent(conditions::add);
                branches.add("select " + Sql.literal(measure.measure().name()) + ", " + start + ", " + end
                        + ", count(*) from " + sql.rows() + " where " + String.join(" and ", conditions)
                        + " group by 1, 2, 3");
            }
        }
        return facts.with() + branches.stream().collect(Collectors.joining("\nunion all\n"));
    }
}
