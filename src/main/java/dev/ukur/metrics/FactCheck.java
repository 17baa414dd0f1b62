package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks with the engine at facts that a workspace wrote itself, each once: whether the select runs and has the columns that
 * the fact names, and whether it repeats the money of its table. Orders joined with their items carry each order's total
 * once per item. A row is known by its load and line where the fact keeps them, and there can be no more rows than the
 * table has.
 */
final class FactCheck {

    private static final Pattern JOIN = Pattern.compile("\\bjoin\\b");
    private static final List<String> IDENTITY = List.of("load_id", "source_line");

    private final QueryEngine engine;
    private final Definitions definitions;
    private final Map<String, Optional<Problem>> known = new HashMap<>();

    FactCheck(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** What is wrong with a fact; built-in ones are not looked at. */
    Optional<Problem> check(Fact fact, Sight sight) {
        return isBuiltIn(fact.at()) ? Optional.empty() : known.computeIfAbsent(fact.name(), any -> look(fact, sight));
    }

    /** Whether something is defined by the catalogue and not by the workspace. */
    static boolean isBuiltIn(Location at) {
        return at.file().filter(file -> Path.of(file).getNameCount() > 1).isEmpty();
    }

    /** What is wrong with a fact, whoever wrote it. */
    Optional<Problem> look(Fact fact, Sight sight) {
        String with = new FactSql(engine.dialect(), definitions, seen(sight)).with(fact) + "\n";
        String named = String.join(", f.", columns(fact));
        return engine.refusal(Sql.of(with + "select f." + named + " from " + fact.name() + " f where false"))
                .map(reason -> Problem.error("fact-sql", fact.at())
                        .with("fact", fact.name())
                        .with("reason", reason))
                .or(() -> repeats(fact, with));
    }

    /** The columns a fact promises to have. */
    private static Set<String> columns(Fact fact) {
        Set<String> columns = new LinkedHashSet<>(List.of(fact.timeStart(), fact.timeEnd()));
        fact.moment().ifPresent(columns::add);
        fact.cluster().ifPresent(columns::add);
        fact.reports().ifPresent(reports -> columns.add(reports.column()));
        columns.addAll(fact.dimensions().values());
        columns.addAll(fact.money());
        columns.addAll(fact.costs());
        if (!fact.money().isEmpty()) {
            columns.add("currency");
        }
        return columns;
    }

    private Optional<Problem> repeats(Fact fact, String with) {
        boolean mayRepeat = !fact.money().isEmpty() && JOIN.matcher(fact.sql()).find() && !FactSql.asksForPeriods(fact);
        if (!mayRepeat) {
            return Optional.empty();
        }
        List<String> columns = engine.query(Sql.of(with + "select * from " + fact.name() + " f where false"))
                .columns();
        long rows = count(with + "select count(*) from " + fact.name());
        long different = count(with + "select count(*) from " + fact.table());
        if (columns.containsAll(IDENTITY)) {
            String identity = String.join(", ", IDENTITY);
            String distinct = "select count(*) from (select distinct " + identity + " from " + fact.name() + ") d";
            different = Math.min(different, count(with + distinct));
        }
        return rows > different
                ? Optional.of(Problem.error("fact-fan-out", fact.at())
                        .with("fact", fact.name())
                        .with("table", fact.table())
                        .with("money", String.join(", ", fact.money()))
                        .with("rows", rows)
                        .with("different", different))
                : Optional.empty();
    }

    private long count(String sql) {
        return ((Number) Objects.requireNonNull(
                        engine.query(Sql.of(sql)).rows().get(0).get(0)))
                .longValue();
    }

    /** A plan that only says which rows are seen. */
    private static Plan seen(Sight sight) {
        Question nothing = new Question(List.of(), List.of(), Optional.empty(), Optional.empty());
        LocalDate any = LocalDate.of(2000, 1, 1);
        Cut cut = new Cut(Grain.TOTAL, FiscalCalendar.CIVIL, ZoneOffset.UTC);
        Spine spine = Spine.of(cut, new Period(any, any));
        return new Plan(nothing, spine, List.of(), Map.of(), sight, "");
    }
}
