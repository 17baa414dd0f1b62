package dev.ukur.metrics;

import dev.ukur.model.Conversion;
import dev.ukur.model.Fact;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conversion facts written out as a select. Both sides are put in order of time for each entity; a base row has
 * converted when the very next row is a conversion inside the window. So a conversion counts once, for the last base row
 * before it, and one pass over both sides is enough.
 */
final class ConversionFacts {

    /** The column that tells whether a base row has converted. */
    static final String CONVERTED = "converted";

    /** The column with the day of the conversion, where there was one. */
    static final String CONVERTED_ON = "converted_on";

    private final Function<String, Optional<Fact>> facts;

    ConversionFacts(Function<String, Optional<Fact>> facts) {
        this.facts = facts;
    }

    /**
     * The fact with its select; a fact of another kind stays as it is.
     *
     * @throws ProblemException when a side's fact is not known or the window cannot be read
     */
    Fact written(Fact fact) {
        return fact.conversion().map(conversion -> written(fact, conversion)).orElse(fact);
    }

    private Fact written(Fact fact, Conversion conversion) {
        Fact base = side(fact, conversion.base(), conversion);
        Fact after = side(fact, conversion.conversion(), conversion);
        Set<String> needs = new LinkedHashSet<>(base.needs());
        needs.addAll(after.needs());
        return new Fact(
                fact.name(),
                sql(conversion, base, after),
                List.copyOf(needs),
                "period_start",
                "period_end",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                base.dimensions().keySet().stream().collect(Collectors.toMap(name -> name, name -> name)),
                List.of(),
                List.of(),
                List.of(),
                fact.conversion(),
                fact.at());
    }

    private Fact side(Fact fact, Conversion.Side side, Conversion conversion) {
        return facts.apply(side.fact())
                .filter(found -> found.conversion().isEmpty() && !FactSql.asksForPeriods(found))
                .orElseThrow(() -> new ProblemException(Problem.error("conversion-fact", conversion.at())
                        .with("fact", fact.name())
                        .with("side", side.fact())));
    }

    private static String sql(Conversion conversion, Fact base, Fact after) {
        Map<String, String> dimensions = new TreeMap<>(base.dimensions());
        List<String> kept = new ArrayList<>();
        dimensions.forEach((name, column) -> kept.add(", b." + column + " as " + name));
        String nothing = ", null".repeat(dimensions.size());
        String names = dimensions.keySet().stream().map(name -> ", " + name).collect(Collectors.joining());
        return """
                with moments as (
                    select b.%1$s as entity, cast(b.%2$s as timestamp) as moment, 0 as is_conversion,
                        b.%3$s as period_start, b.%4$s as period_end%5$s
                    from %6$s b
                    union all
                    select c.%7$s, cast(c.%8$s as timestamp), 1, null, null%9$s
                    from %10$s c where c.%7$s is not null
                )
                select period_start, period_end, entity%11$s,
                    coalesce(entity is not null and next_is_conversion = 1
                        and next_moment <= moment + interval '%12$s' day, false) as %13$s,
                    case when next_is_conversion = 1 then cast(next_moment as date) end as %14$s
                from (
                    select m.*,
                        lead(is_conversion) over (partition by entity order by moment, is_conversion) as next_is_conversion,
                        lead(moment) over (partition by entity order by moment, is_conversion) as next_moment
                    from moments m
                ) n
                where is_conversion = 0""".formatted(
                        conversion.base().entity(),
                        conversion.base().time(),
                        base.timeStart(),
                        base.timeEnd(),
                        String.join("", kept),
                        base.name(),
                        conversion.conversion().entity(),
                        conversion.conversion().time(),
                        nothing,
                        after.name(),
                        names,
                        days(conversion),
                        CONVERTED,
                        CONVERTED_ON);
    }

    /** The days of the window. */
    static int days(Conversion conversion) {
        java.time.Period window = Window.length(conversion.window())
                .filter(length -> length.toTotalMonths() == 0)
                .orElseThrow(() -> new ProblemException(
                        Problem.error("conversion-window", conversion.at()).with("window", conversion.window())));
        return window.getDays();
    }
}
