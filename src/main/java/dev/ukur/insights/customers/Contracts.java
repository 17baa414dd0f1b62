package dev.ukur.insights.customers;

import dev.ukur.insights.Desk;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.store.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Subscriptions, each from its start to its end or to the last day known.
 *
 * @param all in order of their numbers
 * @param until the last day of which the data speak
 */
record Contracts(List<Contract> all, LocalDate until) {

    /** The length of a month in days, on average. */
    static final double MONTH = 365.25 / 12;

    /**
     * One subscription.
     *
     * @param plan {@code -} when not known
     * @param ended the day of its end, empty while it runs
     * @param mrr a month, in the currency of the workspace; empty when in another one or not known
     */
    record Contract(String plan, LocalDate started, Optional<LocalDate> ended, Optional<Double> mrr) {

        /** How long it lasted, in months; one that ends on the day it starts lasted 0. */
        Lifetime lifetime(LocalDate until) {
            LocalDate last = ended.orElse(until);
            long days = Math.max(0, last.toEpochDay() - started.toEpochDay());
            return new Lifetime(days / MONTH, ended.isPresent());
        }

        boolean runsOn(LocalDate day) {
            return !started.isAfter(day)
                    && ended.filter(end -> !end.isAfter(day)).isEmpty();
        }
    }

    Contracts {
        all = List.copyOf(all);
    }

    static Contracts of(Desk desk) {
        String sql = """
                -- every subscription; what has not ended yet has no end
                select coalesce(plan, '-') as plan, started_on, ended_on,
                    case when currency = ? then mrr end as mrr,
                    max(greatest(started_on, coalesce(ended_on, started_on))) over () as until
                from subscriptions
                where superseded_by is null
                order by account, subscription_id
                """;
        var result = desk.engine().query(Sql.of(sql, desk.settings().currency()));
        if (result.rows().isEmpty()) {
            return new Contracts(List.of(), LocalDate.MIN);
        }
        LocalDate until =
                (LocalDate) Objects.requireNonNull(result.rows().get(0).get(4));
        return new Contracts(
                result.rows().stream()
                        .map(row -> new Contract(
                                String.valueOf(row.get(0)),
                                (LocalDate) Objects.requireNonNull(row.get(1)),
                                Optional.ofNullable((LocalDate) row.get(2)).filter(end -> !end.isAfter(until)),
                                Optional.ofNullable((Number) row.get(3)).map(Number::doubleValue)))
                        .toList(),
                until);
    }

    List<String> plans() {
        TreeSet<String> plans = new TreeSet<>();
        all.forEach(one -> plans.add(one.plan()));
        return List.copyOf(plans);
    }

    /** The lifetimes of a plan; of all when it is empty. */
    List<Lifetime> lifetimes(String plan) {
        return all.stream()
                .filter(one -> plan.isEmpty() || one.plan().equals(plan))
                .map(one -> one.lifetime(until))
                .toList();
    }

    /** What a month is worth of those that run on a day. */
    double mrr(LocalDate day) {
        return all.stream()
                .filter(one -> one.runsOn(day))
                .mapToDouble(one -> one.mrr().orElse(0.0))
                .sum();
    }
}
