package dev.ukur.insights;

import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a canonical table holds.
 *
 * @param days from the first to the last day of its rows
 * @param sources where they come from, as {@code profile/account}
 * @param provisionalFrom first day that a source may still restate
 */
public record Coverage(Period days, List<String> sources, Optional<LocalDate> provisionalFrom) {

    public Coverage {
        sources = List.copyOf(sources);
    }

    /** The coverage of a table; empty when it has no rows. */
    public static Optional<Coverage> of(Desk desk, String table) {
        QueryResult days = desk.engine()
                .query(Sql.of("select min(period_start) as first, max(period_start) as last from " + table
                        + " where superseded_by is null"));
        if (days.value(0, "first") instanceof LocalDate first && days.value(0, "last") instanceof LocalDate last) {
            QueryResult sources = desk.engine().query(Sql.of("""
                    -- the loads behind the current rows of a table
                    select distinct l.profile || '/' || t.account as source
                    from (select distinct load_id, account from %s where superseded_by is null) t
                    join loads l on l.load_id = t.load_id
                    order by 1""".formatted(table)));
            return Optional.of(new Coverage(
                    new Period(first, last),
                    sources.rows().stream()
                            .map(row -> String.valueOf(row.get(0)))
                            .toList(),
                    provisionalFrom(desk, table)));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> provisionalFrom(Desk desk, String table) {
        QueryResult first = desk.engine().query(Sql.of("""
                -- the first day that is not final: the newest load of an account tells its own
                select min(newest.day) as day
                from (
                    select max(l.provisional_from) as day
                    from (select distinct load_id, account from %s where superseded_by is null) t
                    join loads l on l.load_id = t.load_id
                    group by t.account) newest""".formatted(table)));
        return first.value(0, "day") instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    /** The last day that no source may restate. */
    public LocalDate settledUntil() {
        return provisionalFrom.map(first -> first.minusDays(1)).orElse(days.last());
    }

    /** The last so many days of it, or all of it when it is shorter. */
    public Period last(int count) {
        LocalDate first = days.last().minusDays(count - 1L);
        return new Period(first.isBefore(days.first()) ? days.first() : first, days.last());
    }
}
