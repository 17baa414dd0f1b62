package dev.ukur.insights.customers;

import dev.ukur.insights.Desk;
import dev.ukur.stats.customer.GammaGamma.Spend;
import dev.ukur.stats.customer.History;
import dev.ukur.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Customers by their orders that were not cancelled. Orders of one day count once; what was paid is in the currency of the
 * workspace, and days paid in another one count as days only.
 *
 * @param all in order of their names
 * @param until the last day that has orders
 */
record Buyers(List<Buyer> all, LocalDate until) {

    private static final double WEEK = 7;

    /**
     * One customer.
     *
     * @param days of orders, rising
     * @param paid on each of those days
     * @param audience of the first order by the dimension asked for, {@code Unassigned} when not known
     */
    record Buyer(List<LocalDate> days, List<Double> paid, String audience) {

        LocalDate first() {
            return days.get(0);
        }

        LocalDate last() {
            return days.get(days.size() - 1);
        }

        double total() {
            return paid.stream().mapToDouble(Double::doubleValue).sum();
        }

        double paidWithin(int count) {
            double sum = 0;
            for (int i = 0; i < days.size(); i++) {
                sum += days.get(i).isBefore(first().plusDays(count)) ? paid.get(i) : 0;
            }
            return sum;
        }

        /** Repeat purchases in weeks since the first. */
        History history(LocalDate until) {
            return new History(
                    days.size() - 1,
                    (last().toEpochDay() - first().toEpochDay()) / WEEK,
                    (until.toEpochDay() - first().toEpochDay()) / WEEK);
        }

        /** What repeat purchases were worth. */
        Spend repeats() {
            int repeats = days.size() - 1;
            return new Spend(repeats, repeats == 0 ? 0 : (total() - paid.get(0)) / repeats);
        }
    }

    Buyers {
        all = List.copyOf(all);
    }

    /** The dimensions of an order by which audiences may be told apart. */
    static final Set<String> AUDIENCES =
            Set.of("channel", "sales_channel", "source", "medium", "campaign", "country", "region", "city");

    private static final Set<String> VISITS = Set.of("channel", "source", "medium", "campaign");

    /**
     * Reads all orders.
     *
     * @param dimension one of {@link #AUDIENCES}
     */
    static Buyers of(Desk desk, String dimension) {
        String sql = """
                -- one row per customer and day with an order
                select o.customer_id, o.period_start as day,
                    sum(case when o.currency = ? then coalesce(o.total_paid, 0) else 0 end) as paid,
                    coalesce(min(cast(%s as varchar)), 'Unassigned') as audience
                from orders o
                left join (
                    -- where the visit that placed it came from
                    select e.transaction_id, min(v.channel) as channel, min(v.source) as source,
                        min(v.medium) as medium, min(v.campaign) as campaign
                    from events e
                    join visits v on v.account = e.account
                        and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
                        and e.event_time between v.started_at and v.ended_at and v.superseded_by is null
                    where e.superseded_by is null and e.transaction_id is not null
                    group by 1
                ) e on e.transaction_id = o.order_id
                where o.superseded_by is null and o.status <> 'cancelled' and o.customer_id is not null
                group by 1, 2
                order by 1, 2
                """.formatted(audience(dimension));
        Reader reader = new Reader();
        desk.engine().stream(
                Sql.of(sql, desk.settings().currency()),
                values -> reader.row(
                        String.valueOf(values[0]),
                        (LocalDate) java.util.Objects.requireNonNull(values[1]),
                        ((Number) java.util.Objects.requireNonNull(values[2])).doubleValue(),
                        String.valueOf(values[3])));
        reader.end();
        return new Buyers(reader.buyers, reader.until);
    }

    /** What the order says of itself, else what its visit says. */
    private static String audience(String dimension) {
        return VISITS.contains(dimension) ? "coalesce(o." + dimension + ", e." + dimension + ")" : "o." + dimension;
    }

    Set<String> audiences() {
        Set<String> names = new HashSet<>();
        all.forEach(buyer -> names.add(buyer.audience()));
        return new java.util.TreeSet<>(names);
    }

    List<Buyer> of(String audience) {
        return all.stream().filter(buyer -> buyer.audience().equals(audience)).toList();
    }

    private static final class Reader {

        private final List<Buyer> buyers = new ArrayList<>();
        private LocalDate until = LocalDate.MIN;
        private String customer = "";
        private String audience = "";
        private List<LocalDate> days = new ArrayList<>();
        private List<Double> paid = new ArrayList<>();

        void row(String name, LocalDate day, double amount, String from) {
            if (!name.equals(customer)) {
                end();
                customer = name;
                audience = from;
            }
            days.add(day);
            paid.add(amount);
            until = day.isAfter(until) ? day : until;
        }

        void end() {
            if (!days.isEmpty()) {
                buyers.add(new Buyer(List.copyOf(days), List.copyOf(paid), audience));
            }
            days = new ArrayList<>();
            paid = new ArrayList<>();
        }
    }
}
