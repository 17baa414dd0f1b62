package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.stats.survival.ArrivalCurve;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Learns from the rows how late a measure arrives. Each is learnt once: tables do not change while metrics are open. */
final class Arrivals {

    /** From fewer arrivals no delay can be learnt. */
    private static final int LEAST = 20;

    private final QueryEngine engine;
    private final Definitions definitions;
    private final Map<String, Optional<Arrived>> known = new HashMap<>();

    Arrivals(QueryEngine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** How much of a measure has arrived; empty for one that counts from its own day on, and while little is known. */
    Optional<Arrived> of(Plan plan, Served measure) {
        Optional<String> arrives = arrives(measure);
        if (arrives.isEmpty()
                || measure.coverage().isEmpty()
                || FactSql.asksForPeriods(measure.fact())
                || measure.fact().reports().isPresent()) {
            return Optional.empty();
        }
        String key = plan.sight() + "\n" + measure.fact().name() + "\n" + arrives + "\n"
                + measure.from().filter();
        return known.computeIfAbsent(key, any -> ask(plan, measure, arrives.get()));
    }

    /** Rows of a conversion fact count from the conversion on. */
    private static Optional<String> arrives(Served measure) {
        return measure.from()
                .arrives()
                .or(() -> isConversion(measure) ? Optional.of(ConversionFacts.CONVERTED_ON) : Optional.empty());
    }

    /** Whether a measure counts the rows of a conversion fact that have converted. */
    static boolean isConversion(Served measure) {
        return measure.fact().conversion().isPresent()
                && measure.from()
                        .filter()
                        .filter(ConversionFacts.CONVERTED::equals)
                        .isPresent();
    }

    private Optional<Arrived> ask(Plan plan, Served measure, String arrives) {
        LocalDate until = measure.coverage().orElseThrow().last();
        List<ArrivalCurve.Arrivals> arrivals = new ArrayList<>();
        Map<LocalDate, Long> rows = new HashMap<>();
        Sql sql = Sql.of(sql(plan, measure, arrives));
        if (!FactCheck.isBuiltIn(measure.measure().at())) {
            refuse(measure, arrives, sql);
        }
        engine.stream(sql, row -> {
            LocalDate day = (LocalDate) row[0];
            long count = row[2] instanceof Number number ? number.longValue() : 0;
            if (day != null && !day.isAfter(until)) {
                rows.merge(day, count, Long::sum);
                arrival(day, row[1], until)
                        .ifPresent(delay -> arrivals.add(
                                new ArrivalCurve.Arrivals((int) ChronoUnit.DAYS.between(day, until), delay, count)));
            }
        });
        long all = arrivals.stream().mapToLong(ArrivalCurve.Arrivals::count).sum();
        return all < LEAST ? Optional.empty() : Optional.of(new Arrived(ArrivalCurve.of(arrivals), rows, until));
    }

    /** A workspace's own measure may name a column that is not there. */
    private void refuse(Served measure, String arrives, Sql sql) {
        engine.refusal(sql).ifPresent(reason -> {
            throw new ProblemException(
                    Problem.error("measure-arrives", measure.measure().at())
                            .with("measure", measure.measure().name())
                            .with("column", arrives)
                            .with("fact", measure.fact().name())
                            .with("reason", reason));
        });
    }

    /** After how many days it arrived; empty when it has not by the last day told. */
    private static Optional<Integer> arrival(LocalDate day, @Nullable Object arrived, LocalDate until) {
        return arrived instanceof LocalDate on && !on.isAfter(until)
                ? Optional.of((int) Math.max(0, ChronoUnit.DAYS.between(day, on)))
                : Optional.empty();
    }

    private String sql(Plan plan, Served measure, String arrives) {
        Fact fact = measure.fact();
        String counts = measure.filter()
                .map(filter -> FormulaSql.render(filter, name -> "f." + name))
                .orElse("true");
        return new FactSql(engine.dialect(), definitions, plan).with(fact)
                + """
                -- rows by their day and by the day from which on they count
                select f.%1$s, case when %2$s then cast(f.%3$s as date) end, count(*)
                from %4$s f
                where f.%1$s = f.%5$s
                group by 1, 2""".formatted(fact.timeStart(), counts, arrives, fact.name(), fact.timeEnd());
    }
}
