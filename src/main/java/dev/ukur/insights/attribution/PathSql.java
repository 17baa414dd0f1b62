package dev.ukur.insights.attribution;

import dev.ukur.insights.Browsers;
import dev.ukur.insights.Desk;
import dev.ukur.insights.attribution.Attribution.Goal;
import dev.ukur.store.Dialect;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.util.List;

/**
 * Visits and conversions of all persons as numbers, ordered by person and time. A conversion that no browser is known for
 * stands alone, with the channel its own source gives it.
 */
final class PathSql {

    private final Dialect dialect;
    private final Period period;
    private final int lookbackDays;
    private final Desk desk;

    PathSql(Desk desk, Period period, int lookbackDays) {
        this.dialect = desk.engine().dialect();
        this.period = period;
        this.lookbackDays = lookbackDays;
        this.desk = desk;
    }

    /** The channels of visits and conversions, the most frequent first. */
    Sql channels(Goal goal) {
        return Sql.of("""
                select channel, count(*) as happenings
                from (
                    select channel from visits where superseded_by is null and %s
                    union all
                    select coalesce(channel, 'Unassigned') from (%s) conversion
                ) happening
                group by 1 order by 2 desc, 1""".formatted(days(lookbackDays), conversions(goal)));
    }

    /** Columns: person, moment, channel of a visit or -1 minus the channel of a conversion, value in hundredths. */
    Sql rows(Goal goal, List<String> channels) {
        return Sql.of("""
                with happening as (
                    -- visits, from as far back as the first conversion may look
                    select visitor_id as person, started_at as moment, %s as what, cast(0 as bigint) as hundredths
                    from visits where superseded_by is null and %s
                    union all
                    select coalesce(person, 'alone:' || id), moment, -1 - %s, hundredths from (%s) conversion
                )
                select %s as visitor, %s as micros, cast(what as bigint) as what, hundredths
                from happening
                order by visitor, micros, what desc, hundredths""".formatted(
                        number("channel", channels),
                        days(lookbackDays),
                        number("coalesce(channel, 'Unassigned')", channels),
                        conversions(goal),
                        dialect.key("person"),
                        dialect.micros("moment")));
    }

    /** How many conversions have a browser, and how many are in another currency. */
    Sql known(Goal goal) {
        return Sql.of("select count(*) as conversions, count(person) as linked,"
                + " count(*) filter (where hundredths is null) as foreign_money from (" + conversions(goal) + ") c");
    }

    private String conversions(Goal goal) {
        return switch (goal.kind()) {
            case ORDER -> orders();
            case LEAD -> leads();
            case EVENT -> events(goal.event());
        };
    }

    private String orders() {
        return """
                select o.order_id as id, b.person, o.channel,
                    coalesce(o.ordered_at, %s) as moment,
                    case when o.currency = %s then cast(round(100 * coalesce(o.total_paid, 0)) as bigint) else 0 end
                        as hundredths
                from orders o
                left join (
                %s
                ) b on b.order_id = o.order_id
                where o.superseded_by is null and o.status <> 'cancelled' and o.%s""".formatted(endOfDay("o.period_start"), currency(), Browsers.OF_ORDERS, days(0));
    }

    private String leads() {
        return """
                select l.lead_id as id, s.person, l.channel,
                    coalesce(l.created_at, %s) as moment, cast(0 as bigint) as hundredths
                from leads l
                left join (
                %s
                ) s on s.user_id = l.person_key
                where l.superseded_by is null and l.%s""".formatted(endOfDay("l.period_start"), Browsers.SIGNED_IN, days(0));
    }

    private String events(String name) {
        return """
                select e.event_id as id, coalesce(e.anonymous_id, e.user_id, e.event_id) as person, e.channel,
                    e.event_time as moment,
                    case when e.currency = %s then cast(round(100 * coalesce(e.value, 0)) as bigint) else 0 end
                        as hundredths
                from events e
                where e.superseded_by is null and e.event_name = %s and e.%s""".formatted(currency(), Sql.literal(name), days(0));
    }

    private String days(int before) {
        return "period_start between date '" + period.first().minusDays(before) + "' and date '" + period.last() + "'";
    }

    private String endOfDay(String day) {
        return Browsers.endOfDay(desk, day, period.first());
    }

    private String currency() {
        return Sql.literal(desk.settings().currency());
    }

    /** The last channel of the list stands for all others. */
    private static String number(String channel, List<String> channels) {
        StringBuilder sql = new StringBuilder("case ").append(channel);
        for (int i = 0; i < channels.size() - 1; i++) {
            sql.append(" when ")
                    .append(Sql.literal(channels.get(i)))
                    .append(" then ")
                    .append(i);
        }
        return channels.size() == 1
                ? "0"
                : sql.append(" else ")
                        .append(channels.size() - 1)
                        .append(" end")
                        .toString();
    }
}
