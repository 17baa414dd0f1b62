package dev.ukur.insights.customers;

import dev.ukur.insights.Desk;
import dev.ukur.store.Dialect;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In which periods visitors came: the engine reads the visits once and keeps a number of few bits for each visitor, and
 * counts visitors of equal numbers.
 */
final class Visitors {

    /** The members told apart are the most frequent ones; the number of a member is below this. */
    private static final int NUMBERS = 32;

    private static final String OTHERS = "…";

    private final Desk desk;
    private final Dialect dialect;
    private final CohortPeriods periods;
    private final String dimension;

    Visitors(Desk desk, CohortPeriods periods, String dimension) {
        this.desk = desk;
        this.dialect = desk.engine().dialect();
        this.periods = periods;
        this.dimension = dimension;
    }

    /** Counts by what the dimension says of a visitor's first visit, the most frequent member of visits first. */
    Map<String, CohortCounts> byMember() {
        List<String> members = members();
        List<CohortCounts> counts =
                members.stream().map(member -> new CohortCounts(periods)).toList();
        desk.engine()
                .query(seen(members))
                .rows()
                .forEach(row -> add(counts.get((int) number(row.get(0))), number(row.get(1)), number(row.get(2))));
        Map<String, CohortCounts> byMember = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            byMember.put(members.get(i), counts.get(i));
        }
        return byMember;
    }

    /** Bit 0 is all time before the first period: those who came then are not new. */
    private static void add(CohortCounts counts, long seen, long visitors) {
        int first = Long.numberOfTrailingZeros(seen);
        if (first == 0) {
            return;
        }
        for (int bit = first; bit < Long.SIZE; bit++) {
            if ((seen >>> bit & 1) == 1) {
                counts.add(first - 1, bit - first, visitors);
            }
        }
    }

    private List<String> members() {
        String sql = """
                -- where visits come from, the most frequent first
                select coalesce(cast(%s as varchar), 'Unassigned') as member, count(*) as visits
                from visits
                where superseded_by is null
                group by 1
                order by 2 desc, 1
                limit %d""".formatted(dimension, NUMBERS);
        List<String> members = new ArrayList<>();
        desk.engine().query(Sql.of(sql)).rows().forEach(row -> members.add(String.valueOf(row.get(0))));
        if (members.size() == NUMBERS) {
            members.set(NUMBERS - 1, OTHERS);
        }
        return members;
    }

    /** The time of a visit and the number of its member are one number, whose least is the member of the first visit. */
    private Sql seen(List<String> members) {
        return Sql.of("""
                -- visitors of equal numbers
                select first_visit %% %2$d as member, seen, count(*) as visitors
                from (
                    -- each visitor's first visit, and a bit for each period with a visit
                    select min(%2$d * %1$s + %3$s) as first_visit, %4$s as seen
                    from visits
                    where superseded_by is null
                    group by visitor_id
                ) v
                group by 1, 2
                order by 1, 2""".formatted(dialect.micros("started_at"), NUMBERS, member(members), dialect.bits(bit())));
    }

    private String member(List<String> members) {
        StringBuilder sql = new StringBuilder("case coalesce(cast(" + dimension + " as varchar), 'Unassigned')");
        for (int i = 0; i < members.size() - 1; i++) {
            sql.append(" when ")
                    .append(Sql.literal(members.get(i)))
                    .append(" then ")
                    .append(i);
        }
        return members.size() == 1
                ? "0"
                : sql.append(" else ").append(members.size() - 1).append(" end").toString();
    }

    private String bit() {
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i < periods.size(); i++) {
            sql.append(" when period_start < date '")
                    .append(periods.all().get(i).first())
                    .append("' then ")
                    .append(1L << i);
        }
        return "cast(" + sql.append(" else ").append(1L << periods.size()).append(" end as bigint)");
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
