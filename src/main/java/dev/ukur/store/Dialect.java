package dev.ukur.store;

import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.ZoneId;

/** How one engine spells what engines spell differently. Everything else a query says is portable SQL. */
public interface Dialect {

    /** The engine's name, as in golden file names: {@code duckdb}. */
    String name();

    /** A canonical table as a query names it. */
    String table(String name);

    /** The first day of the period of a grain that holds the day; not for hours or {@code TOTAL}. */
    String startOf(Grain grain, FiscalCalendar calendar, String dayExpression);

    /** What the clocks of a zone show at a moment in UTC. */
    String local(String utcExpression, ZoneId zone);

    /** A relation with a column {@code day}: every day from the first to the last. */
    String days(String firstDay, String lastDay);

    /** The value below which a share (0..1) of the known values lie, between two values by straight line. */
    String percentile(String expression, String share);

    /** Microseconds since 1970 of a time, a whole number. */
    String micros(String timeExpression);

    /**
     * A whole number from 0 that stands for a text inside one query: equal for equal texts, and for unequal ones with a
     * probability of 1 in 9 trillion million. Engines differ in it, so it is never stored or compared between queries.
     */
    String key(String textExpression);

    /** The value of a rank among the values of some rows, the least one first; null when there is no such rank. */
    String nth(String expression, String filter, String rank);

    /** A name quoted so that no word is reserved. */
    default String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
