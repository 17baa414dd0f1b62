package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the store which rows there are. */
final class Surveyor {

    private final QueryEngine engine;
    private final Definitions definitions;
    /** Tables do not change while these metrics are open, and a scorecard asks for the same ones again and again. */
    private final Map<Sight, Map<String, List<Survey.Slice>>> known = new HashMap<>();

    Surveyor(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** Which rows of the canonical tables are to be seen: the current ones, or those of a past moment. */
    Sight sight(Optional<Instant> asOf) {
        if (asOf.isEmpty()) {
            return engine.newest().map(Sight::asOfLoad).orElseGet(Sight::current);
        }
        Object load = engine.query(Sql.of(
                        "select max(load_id) from " + engine.dialect().table("loads") + " where loaded_at <= ?",
                        asOf.get()))
                .rows()
                .get(0)
                .get(0);
        return Sight.asOfLoad(load == null ? 0 : ((Number) load).longValue());
    }

    /** Surveys tables. */
    Survey survey(Collection<String> tables, Sight sight) {
        Map<String, List<Survey.Slice>> seen = known.computeIfAbsent(sight, any -> new HashMap<>());
        Set<String> wanted = new TreeSet<>(tables);
        ask(wanted.stream().filter(table -> !seen.containsKey(table)).toList(), sight, seen);
        return new Survey(wanted.stream()
                .flatMap(table -> seen.getOrDefault(table, List.of()).stream())
                .toList());
    }

    private void ask(List<String> tables, Sight sight, Map<String, List<Survey.Slice>> seen) {
        if (tables.isEmpty()) {
            return;
        }
        tables.forEach(table -> seen.put(table, new ArrayList<>()));
        String text = tables.stream().map(table -> question(table, sight)).collect(Collectors.joining("\nunion all\n"));
        engine.stream(Sql.of(text), row -> {
            Survey.Slice slice = slice(row);
            seen.computeIfAbsent(slice.table(), any -> new ArrayList<>()).add(slice);
        });
    }

    private String question(String table, Sight sight) {
        List<Fact> facts = definitions.facts().all().stream()
                .filter(fact -> fact.table().equals(table))
                .toList();
        String report = facts.stream()
                .flatMap(fact -> fact.reports().stream())
                .map(Fact.Reports::column)
                .findFirst()
                .orElse("cast(null as varchar)");
        boolean money = facts.stream().anyMatch(fact -> !fact.money().isEmpty());
        return """
                select %s as table_name, s.account, s.report, s.currency, l.profile, min(s.first_day),
                    case when max(s.told_day) is null then max(s.last_day)
                        else greatest(max(s.last_day), least(max(s.told_day),
                            coalesce(cast(max(l.loaded_at) as date), max(s.told_day)))) end,
                    sum(s.long_rows), max(l.provisional_from)
                from (
                    select account, load_id, %s as report, %s as currency, min(period_start) as first_day,
                        max(period_end) as last_day, %s as told_day,
                        sum(case when period_start <> period_end then 1 else 0 end) as long_rows
                    from %s
                    where %s
                    group by 1, 2, 3, 4
                ) s left join %s l on l.load_id = s.load_id
                group by 1, 2, 3, 4, 5""".formatted(
                        Sql.literal(table),
                        report,
                        money ? "currency" : "cast(null as varchar)",
                        toldDay(facts),
                        engine.dialect().versions(table),
                        sight.condition(),
                        engine.dialect().table("loads"));
    }

    /** The last day of which further columns tell; a planned day after the load is not told yet. */
    private static String toldDay(List<Fact> facts) {
        List<String> columns = facts.stream()
                .flatMap(fact -> fact.covers().stream())
                .distinct()
                .toList();
        if (columns.isEmpty()) {
            return "cast(null as date)";
        }
        return columns.stream()
                .map(column -> "coalesce(max(" + column + "), max(period_end))")
                .collect(Collectors.joining(", ", "greatest(max(period_end), ", ")"));
    }

    private static Survey.Slice slice(@Nullable Object[] row) {
        return new Survey.Slice(
                text(row[0]),
                text(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                new Period(day(row[5]), day(row[6])),
                row[7] == null ? 0 : ((Number) row[7]).longValue(),
                (LocalDate) row[8]);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static LocalDate day(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        throw new IllegalStateException("no day: " + value);
    }
}
