package dev.ukur.store;

import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How one engine spells what engines spell differently. Everything else a query says is portable SQL. */
public interface Dialect {

    /** Trino's spelling, over canonical tables in a schema. */
    static Dialect trino(String schema) {
        return new TrinoDialect(schema);
    }

    /** The engine's name, as in golden file names: {@code duckdb}. */
    String name();

    /** A canonical table as a query names it. */
    String table(String name);

    /** The same table with every version of a row, for questions that say themselves up to which load they look. */
    default String versions(String name) {
        return table(name);
    }

    /** A column's type, given as the schema of the canonical tables names it. */
    default String type(String canonical) {
        return canonical;
    }

    /**
     * The first day of the period of a grain that holds the day; not for hours or {@code TOTAL}. Engines' own weeks begin
     * on Monday and their years in January, so the day is shifted there and back.
     */
    default String startOf(Grain grain, FiscalCalendar calendar, String dayExpression) {
        return switch (grain) {
            case DAY -> dayExpression;
            case WEEK -> shifted(grain, calendar.daysBeforeMonday(), "day", dayExpression);
            case MONTH -> shifted(grain, 0, "month", dayExpression);
            case QUARTER, YEAR -> shifted(grain, -calendar.monthsAfterJanuary(), "month", dayExpression);
            case HOUR, TOTAL -> throw new IllegalArgumentException(grain.word() + " has no first day");
        };
    }

    private static String shifted(Grain grain, int steps, String step, String day) {
        if (steps == 0) {
            return "cast(date_trunc('" + grain.word() + "', " + day + ") as date)";
        }
        String shift = "interval '" + Math.abs(steps) + "' " + step;
        return "cast(date_trunc('" + grain.word() + "', " + day + (steps > 0 ? " + " : " - ") + shift + ")"
                + (steps > 0 ? " - " : " + ") + shift + " as date)";
    }

    /** What the clocks of a zone show at a moment in UTC. */
    String local(String utcExpression, ZoneId zone);

    /** The offset of a zone that does not change its clocks in this century, as those of Indonesia. */
    default Optional<ZoneOffset> fixedOffset(ZoneId zone) {
        Instant recent = Instant.parse("2001-01-01T00:00:00Z");
        boolean fixed = zone.getRules().isFixedOffset() || zone.getRules().nextTransition(recent) == null;
        return fixed ? Optional.of(zone.getRules().getOffset(recent)) : Optional.empty();
    }

    /** The moment in UTC at which the clocks of a zone show a time. */
    String utc(String localExpression, ZoneId zone);

    /** The moment in UTC that a time of a type with a zone is. */
    String utc(String zonedExpression);

    /** A relation with a column {@code day}: every day from the first to the last. */
    String days(String firstDay, String lastDay);

    /** A relation with a column {@code i}: every whole number from 0 to below a count, at most a million. */
    String numbers(int count);

    /** The value below which a share (0..1) of the known values of some rows lie, between two values by straight line. */
    String percentile(String expression, Optional<String> condition, String share);

    /** The value of a rank among the known values of some rows, the least one first; null when there is no such rank. */
    String nth(String expression, Optional<String> condition, String rank);

    /** Of whole numbers, all bits that any of them has. */
    String bits(String expression);

    /** Microseconds since 1970 of a time, a whole number. */
    String micros(String timeExpression);

    /**
     * A whole number from 0 that stands for a text inside one query: equal for equal texts, and for unequal ones with a
     * probability of 1 in 9 trillion million. Engines differ in it, so it is never stored or compared between queries.
     */
    String key(String textExpression);

    /** The schema in which a catalogue tells of its tables, as standard SQL has it. */
    default String informationSchema(String catalog) {
        return quote(catalog) + ".information_schema";
    }

    /** The same spelling, over canonical tables that are written as queries of something else. */
    default Dialect over(UnaryOperator<String> tables, UnaryOperator<String> versions) {
        return new TablesDialect(this, tables, versions);
    }

    /** A name quoted so that no word is reserved. */
    default String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
