package dev.ukur.metrics;

import dev.ukur.model.Fact;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds facts that repeat the money of their table: orders joined with their items carry each order's total once per
 * item. A row is known by its load and line where the fact keeps them, and there can be no more rows than the table has.
 * Only a workspace's own facts are looked at, each once.
 */
final class FanOut {

    private static final Pattern JOIN = Pattern.compile("\\bjoin\\b");
    private static final List<String> IDENTITY = List.of("load_id", "source_line");

    private final QueryEngine engine;
    private final Definitions definitions;
    private final Map<String, Optional<Problem>> known = new HashMap<>();

    FanOut(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** The refusal of a fact that repeats money; facts without money or join are not looked at. */
    Optional<Problem> check(Fact fact, Question question, Sight sight) {
        boolean builtIn = fact.at()
                .file()
                .filter(file -> Path.of(file).getNameCount() > 1)
                .isEmpty();
        if (builtIn) {
            return Optional.empty();
        }
        if (fact.money().isEmpty() || !JOIN.matcher(fact.sql()).find() || FactSql.asksForPeriods(fact)) {
            return Optional.empty();
        }
        return known.computeIfAbsent(fact.name(), any -> look(fact, seen(question, sight)));
    }

    private Optional<Problem> look(Fact fact, Plan plan) {
        FactSql sql = new FactSql(engine.dialect(), definitions, plan);
        String with = "with\n" + String.join(",\n", sql.with(fact)) + "\n";
        List<String> columns = engine.query(Sql.of(with + "select * from " + fact.name() + " f where false"))
                .columns();
        boolean identified = columns.containsAll(IDENTITY);
        String identity = String.join(", ", IDENTITY);
        long rows = count(with + "select count(*) from " + fact.name());
        long different = count(with + "select count(*) from " + fact.table());
        if (identified) {
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
    private static Plan seen(Question question, Sight sight) {
        LocalDate any = LocalDate.of(2000, 1, 1);
        Cut cut = new Cut(Grain.TOTAL, FiscalCalendar.CIVIL, ZoneOffset.UTC);
        Spine spine = Spine.of(cut, new Period(any, any));
        return new Plan(question, spine, List.of(), Map.of(), sight, "");
    }
}
