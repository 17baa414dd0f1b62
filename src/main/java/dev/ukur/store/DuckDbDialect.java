package dev.ukur.store;

import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** DuckDB's spelling. */
final class DuckDbDialect implements Dialect {

    /** Any instant of this century: what offset a zone without later clock changes has. */
    private static final Instant RECENT = Instant.parse("2001-01-01T00:00:00Z");

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String table(String name) {
        return "main." + name;
    }

    @Override
    public String percentile(String expression, String share) {
        return "quantile_cont(" + expression + ", " + share + ")";
    }

    @Override
    public String micros(String timeExpression) {
        return "epoch_us(" + timeExpression + ")";
    }

    @Override
    public String key(String textExpression) {
        return "cast(hash(" + textExpression + ") >> 1 as bigint)";
    }

    @Override
    public String nth(String expression, String filter, String rank) {
        return "list_sort(list(" + expression + ") filter (where " + filter + "))[cast(" + rank + " as bigint)]";
    }

    /** DuckDB's weeks begin on Monday and its years in January: the day is shifted there and back. */
    @Override
    public String startOf(Grain grain, FiscalCalendar calendar, String dayExpression) {
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

    /**
     * Zones without clock changes, Indonesia's among them, are a fixed shift, which is about four times cheaper than asking
     * the time zone tables.
     */
    @Override
    public String local(String utcExpression, ZoneId zone) {
        if (zone.getRules().isFixedOffset() || zone.getRules().nextTransition(RECENT) == null) {
            ZoneOffset offset = zone.getRules().getOffset(RECENT);
            return "(" + utcExpression + " + interval '" + offset.getTotalSeconds() + "' second)";
        }
        return "timezone('" + zone.getId() + "', timezone('UTC', " + utcExpression + "))";
    }

    @Override
    public String days(String firstDay, String lastDay) {
        return "(select cast(d as date) as day from generate_series(" + firstDay + ", " + lastDay
                + ", interval 1 day) as s (d)) days";
    }
}
