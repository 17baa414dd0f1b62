package dev.ukur.insights.why;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the measuring changed rather than the business, looked for where two sources count the same. */
final class Measurement {

    /** Visits that came by no known way: where visits with a broken tag end up. */
    private static final Link WAYLESS =
            new Link("own_visit_count", Optional.of("channel in ('Direct', 'Unassigned', 'Referral', '(other)')"));

    /** Ways by which a surge is looked for: bots come by few. */
    private static final List<String> WAYS = List.of("channel", "source", "country");

    private static final double BOUNCES_OF_BOTS = 0.9;
    private static final double LEAST_RISE = 0.1;
    private static final double RATE = 0.01;
    private static final long FAR = 100;

    private static final String SCALE = """
            -- orders far larger or far smaller than those of the days before
            with usual as (
                select %s as value
                from orders
                where superseded_by is null and status <> 'cancelled' and total_paid > 0
                    and period_start between ? and ?
            )
            select count(*) filter (where o.total_paid > ? * u.value or o.total_paid * ? < u.value) as strange,
                count(*) as orders
            from orders o
            cross join usual u
            where o.superseded_by is null and o.status <> 'cancelled' and o.total_paid > 0
                and o.period_start between ? and ?
            """;
    private static final String TWICE = """
            -- orders that stand in two accounts under the same number
            select count(*) as orders
            from (
                select replace(order_id, '#', '') as number
                from orders
                where superseded_by is null and period_start between ? and ?
                group by 1
                having count(distinct account) > 1
            ) d
            """;

    private final Desk desk;
    private final Asking asking;
    private final Periods periods;

    Measurement(Desk desk, Asking asking, Periods periods) {
        this.desk = desk;
        this.asking = asking;
        this.periods = periods;
    }

    /** All that was looked at, in the order of what it would spoil most. */
    List<Check> checks() {
        Map<Pair, Pair.Move> moves = new LinkedHashMap<>();
        for (Pair pair : List.of(Pair.ORDERS, Pair.ADS, Pair.SEARCH, Pair.EMAIL, Pair.OPENS)) {
            pair.move(asking, periods).ifPresent(move -> moves.put(pair, move));
        }
        List<Check> checks = new ArrayList<>();
        // What is wrong with the rows themselves spoils every comparison, so it comes first.
        checks.add(twice());
        checks.add(scale());
        checks.add(tracking(moves));
        Pair.CHANNELS.forEach(pair -> checks.add(channel(pair, moves)));
        checks.add(opens(moves));
        checks.add(bots(moves));
        return checks;
    }

    /** The tag as a whole: purchases against orders, and visits against clicks. */
    private Check tracking(Map<Pair, Pair.Move> moves) {
        Pair.Move orders = moves.get(Pair.ORDERS);
        List<Pair.Move> channels = Pair.CHANNELS.stream()
                .filter(moves::containsKey)
                .map(moves::get)
                .toList();
        if (orders == null && channels.size() < 2) {
            return Check.missing("tracking");
        }
        boolean visitsFell = channels.size() >= 2
                && channels.stream().allMatch(Pair.Move::isLower)
                && channels.stream().anyMatch(Pair.Move::fell);
        if (visitsFell) {
            double lost = channels.stream()
                    .mapToDouble(move -> -move.relative())
                    .average()
                    .orElse(0);
            return Check.found("tracking", Sentence.of("check-tracking-lost").with("share", Term.share(lost)));
        }
        if (orders != null && orders.fell()) {
            return Check.found(
                    "tracking", Sentence.of("check-tracking-purchases").with("share", Term.share(-orders.relative())));
        }
        if (orders != null && orders.rose()) {
            return Check.found(
                    "tracking", Sentence.of("check-tracking-double").with("share", Term.share(orders.relative())));
        }
        return Check.clear("tracking", Sentence.of("check-tracking-clear"));
    }

    /** One channel alone: its visits are fewer, and those that came by no known way are more. */
    private Check channel(Pair pair, Map<Pair, Pair.Move> moves) {
        Pair.Move move = moves.get(pair);
        String name = "channel-" + pair.name();
        if (move == null) {
            return Check.missing(name);
        }
        boolean alone = moves.entrySet().stream()
                .filter(other -> other.getKey() != pair && Pair.CHANNELS.contains(other.getKey()))
                .anyMatch(other -> !other.getValue().isLower());
        if (!move.fell() || !alone) {
            return Check.clear(
                    name,
                    Sentence.of("check-channel-clear")
                            .with("before", Term.ratio(move.before()))
                            .with("after", Term.ratio(move.after())));
        }
        double missing = asking.total(pair.witness(), periods.after()).orElse(0.0) * (move.before() - move.after());
        double more = asking.total(WAYLESS, periods.after()).orElse(0.0)
                        / periods.after().days()
                - asking.total(WAYLESS, periods.before()).orElse(0.0)
                        / periods.before().days();
        boolean elsewhere = more * periods.after().days() >= missing / 2;
        return Check.found(
                name,
                Sentence.of(elsewhere ? "check-channel-typo" : "check-channel-lost")
                        .with("visits", Math.round(missing))
                        .with("before", Term.ratio(move.before()))
                        .with("after", Term.ratio(move.after())));
    }

    /** Opens that machines make rise without clicks. */
    private static Check opens(Map<Pair, Pair.Move> moves) {
        Pair.Move move = moves.get(Pair.OPENS);
        if (move == null) {
            return Check.missing(Check.OPENS);
        }
        Sentence sentence = Sentence.of(move.rose() ? "check-opens-machines" : "check-opens-clear")
                .with("before", Term.ratio(move.before()))
                .with("after", Term.ratio(move.after()));
        return Check.of(Check.OPENS, move.rose(), sentence);
    }

    /** More visits by one way, nearly all of which left at once, that no advertisement brought. */
    private Check bots(Map<Pair, Pair.Move> moves) {
        Link all = Link.of("own_visit_count");
        Optional<Double> before = asking.total(all, periods.before());
        Optional<Double> after = asking.total(all, periods.after());
        if (before.isEmpty() || after.isEmpty() || before.get() == 0) {
            return Check.missing("bots");
        }
        double least = before.get() * scaled() * LEAST_RISE;
        double paid = moves.containsKey(Pair.ADS) ? rise(Pair.ADS.witness()) : 0;
        return WAYS.stream()
                .flatMap(way -> surges(way, least).stream())
                .filter(surge -> paid < surge.visits() / 2)
                .max(Comparator.comparingDouble(Surge::visits))
                .filter(surge -> Whole.ofDays(Link.of("bounced_visits"), asking, periods) <= RATE)
                .map(surge -> Check.found(
                        "bots",
                        Sentence.of("check-bots-found")
                                .with("visits", Math.round(surge.visits()))
                                .with("share", Term.share(Math.min(1, surge.bounced() / surge.visits())))))
                .orElse(Check.clear("bots", Sentence.of("check-bots-clear")));
    }

    /** More visits by one member of a dimension, and how many more left at once. */
    private record Surge(double visits, double bounced) {}

    private List<Surge> surges(String way, double least) {
        Optional<Cut> visits = Cut.ofSum(Link.of("own_visit_count"), way, asking, periods);
        Optional<Cut> bounced = Cut.ofSum(Link.of("bounced_visits"), way, asking, periods);
        if (visits.isEmpty() || bounced.isEmpty()) {
            return List.of();
        }
        List<Surge> surges = new ArrayList<>();
        for (Cut.Piece piece : visits.get().pieces()) {
            double more = rise(piece);
            double moreBounced = bounced.get().pieces().stream()
                    .filter(other -> other.member().equals(piece.member()))
                    .mapToDouble(this::rise)
                    .sum();
            if (more > least && moreBounced >= BOUNCES_OF_BOTS * more) {
                surges.add(new Surge(more, moreBounced));
            }
        }
        return surges;
    }

    private double rise(Cut.Piece piece) {
        return piece.after().orElse(0.0) - piece.before().orElse(0.0) * scaled();
    }

    private double rise(Link link) {
        return asking.total(link, periods.after()).orElse(0.0)
                - asking.total(link, periods.before()).orElse(0.0) * scaled();
    }

    private double scaled() {
        return periods.after().days() / (double) periods.before().days();
    }

    /** Money a hundred times too large or too small: thousands read as units, another currency. */
    private Check scale() {
        String median = desk.engine().dialect().percentile("cast(total_paid as double)", Optional.empty(), "0.5");
        QueryResult result = desk.engine()
                .query(Sql.of(
                        SCALE.formatted(median),
                        periods.before().first(),
                        periods.before().last(),
                        FAR,
                        FAR,
                        periods.after().first(),
                        periods.after().last()));
        long orders = count(result, "orders");
        long strange = count(result, "strange");
        if (orders == 0) {
            return Check.missing("scale");
        }
        Sentence sentence = Sentence.of(strange > 0 ? "check-scale-found" : "check-scale-clear")
                .with("count", strange)
                .with("orders", orders);
        return Check.of("scale", strange > 0, sentence);
    }

    /** The same orders imported for two accounts. */
    private Check twice() {
        if (asking.total(Link.of("orders"), periods.after()).orElse(0.0) == 0) {
            return Check.missing("twice");
        }
        long orders = count(
                desk.engine()
                        .query(Sql.of(
                                TWICE, periods.after().first(), periods.after().last())),
                "orders");
        return orders > 0
                ? Check.found("twice", Sentence.of("check-twice-found").with("count", orders))
                : Check.clear("twice", Sentence.of("check-twice-clear"));
    }

    private static long count(QueryResult result, String column) {
        return ((Number) java.util.Objects.requireNonNull(result.value(0, column))).longValue();
    }
}
