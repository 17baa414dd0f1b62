package dev.ukur.insights.funnel;

import dev.ukur.insights.Browsers;
import dev.ukur.insights.Desk;
import dev.ukur.insights.funnel.Step.Doing;
import dev.ukur.insights.funnel.Step.Fact;
import dev.ukur.store.Dialect;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The happenings of all steps as numbers, ordered by person and time. A person is the browser of a visit; an order is the
 * browser's that placed it, as far as an event carries its number or its customer signed in; a lead is the browser's whose
 * visitor signed in as the same person.
 */
final class FunnelSql {

    private static final Set<String> EVENTS = Set.of("channel", "source", "medium", "campaign", "device", "country");
    private static final Set<String> VISITS =
            Set.of("channel", "source", "medium", "campaign", "device", "country", "landing_page");
    private static final Set<String> LEADS = Set.of("channel", "source", "medium", "campaign", "owner");
    private static final Set<String> ORDERS =
            Set.of("channel", "source", "medium", "campaign", "country", "region", "city", "sales_channel");

    private static final String PERSONS = """
            with
            -- browsers by the number of an order they placed
            buyer as (
            %s
            ),
            -- browsers by whoever signed in there
            signed_in as (
            %s
            )
            """.formatted(
                    Browsers.OF_ORDERS.indent(4).stripTrailing(),
                    Browsers.SIGNED_IN.indent(4).stripTrailing());

    private final Desk desk;
    private final Dialect dialect;
    private final List<Step> steps;
    private final Period entries;
    private final LocalDate last;

    FunnelSql(Desk desk, List<Step> steps, Period entries, Window window) {
        this.desk = desk;
        this.dialect = desk.engine().dialect();
        this.steps = steps;
        this.entries = entries;
        this.last = entries.last().plusDays(window.reachDays(steps.size()));
    }

    /** The dimensions of the first step. */
    Set<String> dimensions() {
        return switch (steps.get(0).doings().get(0).fact().table()) {
            case "events" -> EVENTS;
            case "visits" -> VISITS;
            case "leads" -> LEADS;
            default -> ORDERS;
        };
    }

    /** The members of a dimension at the first step, the most frequent first, and how often each comes. */
    Sql members(String dimension, int most) {
        Doing first = steps.get(0).doings().get(0);
        return Sql.of("select cast(" + dimension + " as varchar) as member, count(*) as happenings\nfrom "
                + first.fact().table() + "\nwhere superseded_by is null and period_start between date '"
                + entries.first() + "' and date '" + entries.last() + "' and " + dimension + " is not null"
                + happens(first) + "\ngroup by 1 order by 2 desc, 1 limit " + most);
    }

    /** Columns: visitor, moment in microseconds, steps and segment. */
    Sql rows(Optional<Segments> segments) {
        List<String> selects = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            if (steps.stream().flatMap(step -> step.doings().stream()).anyMatch(doing -> doing.fact() == fact)) {
                selects.add(select(fact, segments));
            }
        }
        return Sql.of(PERSONS + "select " + dialect.key("person") + " as visitor, " + dialect.micros("moment")
                + " as moment, happened\nfrom (\n" + String.join("\n    union all\n", selects)
                + "\n) happenings\nwhere happened > 0\norder by visitor, moment, happened");
    }

    private String select(Fact fact, Optional<Segments> segments) {
        List<String> bits = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            int number = step;
            steps.get(step).doings().stream()
                    .filter(doing -> doing.fact() == fact)
                    .forEach(doing -> bits.add(bit(doing, number, segments)));
        }
        return "    select " + person(fact) + " as person, " + moment(fact) + " as moment,\n        "
                + String.join("\n        + ", bits) + " as happened\n    from " + from(fact)
                + "\n    where t.superseded_by is null and t." + fact.day() + " between date '" + entries.first()
                + "' and date '" + last + "'" + (fact == Fact.ORDER ? " and t.status <> 'cancelled'" : "")
                + events(fact);
    }

    /** Only events that are steps are sorted. */
    private String events(Fact fact) {
        if (fact != Fact.EVENT) {
            return fact == Fact.PAGE ? " and t.event_name = 'page_view'" : "";
        }
        List<String> names = steps.stream()
                .flatMap(step -> step.doings().stream())
                .filter(doing -> doing.fact() == Fact.EVENT)
                .map(doing -> Sql.literal(doing.word()))
                .distinct()
                .toList();
        return "\n        and t.event_name in (" + String.join(", ", names) + ")";
    }

    private String bit(Doing doing, int step, Optional<Segments> segments) {
        String number = Long.toString(1L << step);
        String inTime = step > 0 ? "" : " and t." + doing.fact().day() + " <= date '" + entries.last() + "'";
        String value = step == 0 && segments.isPresent()
                ? number + " + " + (1L << FunnelPass.SEGMENT_SHIFT) + " * " + segment(segments.get())
                : number;
        return "cast(case when true" + inTime + happens(doing) + " then " + value + " else 0 end as bigint)";
    }

    private static String happens(Doing doing) {
        return switch (doing.fact()) {
            case EVENT -> " and event_name = " + Sql.literal(doing.word());
            case PAGE -> " and event_name = 'page_view' and starts_with(page_path, " + Sql.literal(doing.word()) + ")";
            default -> "";
        };
    }

    private static String segment(Segments segments) {
        StringBuilder sql = new StringBuilder("case cast(t." + segments.dimension() + " as varchar)");
        for (int i = 1; i < segments.members().size(); i++) {
            sql.append(" when ")
                    .append(Sql.literal(segments.members().get(i)))
                    .append(" then ")
                    .append(i);
        }
        return segments.members().size() == 1 ? "0" : sql.append(" else 0 end").toString();
    }

    private static String person(Fact fact) {
        return switch (fact.table()) {
            case "visits" -> "t.visitor_id";
            case "events" -> "coalesce(t.anonymous_id, t.user_id, t.event_id)";
            case "leads" -> "coalesce(s.person, 'key:' || t.person_key, 'lead:' || t.lead_id)";
            default -> "coalesce(b.person, s.person, 'key:' || t.customer_id, 'order:' || t.order_id)";
        };
    }

    private static String from(Fact fact) {
        return switch (fact.table()) {
            case "leads" -> "leads t left join signed_in s on s.user_id = t.person_key";
            case "orders" ->
                "orders t left join buyer b on b.order_id = t.order_id"
                        + " left join signed_in s on s.user_id = t.customer_id";
            default -> fact.table() + " t";
        };
    }

    private String moment(Fact fact) {
        return switch (fact.table()) {
            case "visits", "events" -> "t." + fact.moment();
            default ->
                "coalesce(t." + fact.moment() + ", " + Browsers.endOfDay(desk, "t." + fact.day(), entries.first())
                        + ")";
        };
    }

    /** Members by number; 0 stands for all others. */
    record Segments(String dimension, List<String> members) {

        static Segments of(String dimension, List<String> members) {
            List<String> all = new ArrayList<>(List.of(""));
            all.addAll(members);
            return new Segments(dimension, all);
        }

        static Segments none() {
            return new Segments("", Arrays.asList(""));
        }
    }
}
