package dev.ukur.insights.customers;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.TwoProportions;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is bought together by the same customer: support is the share of customers who bought both, lift how many times
 * more often that is than if one had nothing to do with the other. Fisher's exact test of each pair, as many as there are.
 */
final class Affinity {

    private static final int LEAST_BOTH = 5;
    private static final int SHOWN = 12;
    private static final double FALSE_DISCOVERIES = 0.05;

    private static final String SQL = """
            with
            -- which customer bought which product, cancelled orders aside
            bought as (
                select distinct o.customer_id as customer, i.product
                from order_items i
                join orders o on o.account = i.account and o.order_id = i.order_id and o.superseded_by is null
                where i.superseded_by is null and o.status <> 'cancelled' and i.product is not null
                    and o.customer_id is not null
            ),
            -- the fifty products with most customers: their pairs are what can be told
            product as (
                select product, count(*) as customers from bought group by 1 order by 2 desc, 1 limit 50
            ),
            pair as (
                select a.product as one, b.product as other, count(*) as both_bought
                from bought a
                join bought b on b.customer = a.customer and b.product > a.product
                where a.product in (select product from product) and b.product in (select product from product)
                group by 1, 2
            )
            select p.one, p.other, p.both_bought, a.customers as one_bought, b.customers as other_bought,
                (select count(distinct customer) from bought) as customers
            from pair p
            join product a on a.product = p.one
            join product b on b.product = p.other
            order by both_bought desc, one, other
            """;

    private final Desk desk;

    private record Pair(String one, String other, long both, long first, long second, long all) {

        double lift() {
            return (double) both * all / ((double) first * second);
        }

        double p() {
            return new TwoProportions(new Proportion(both, first), new Proportion(second - both, all - first)).fisher();
        }
    }

    Affinity(Desk desk) {
        this.desk = desk;
    }

    void tell(Finding.Draft draft) {
        List<Pair> pairs = new ArrayList<>();
        for (List<?> row : desk.engine().query(Sql.of(SQL)).rows()) {
            Pair pair = new Pair(
                    String.valueOf(row.get(0)),
                    String.valueOf(row.get(1)),
                    count(row.get(2)),
                    count(row.get(3)),
                    count(row.get(4)),
                    count(row.get(5)));
            if (pair.both() >= LEAST_BOTH && pair.first() < pair.all()) {
                pairs.add(pair);
            }
        }
        double[] q =
                ManyTests.benjaminiHochberg(pairs.stream().mapToDouble(Pair::p).toArray());
        Evidence table = Evidence.of("behaviour_pairs")
                .words("product")
                .words("with_product")
                .number("both")
                .number("support")
                .number("lift")
                .number("q");
        int told = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (i < SHOWN) {
                table = table.row(
                        new Term.Text(pair.one()),
                        new Term.Text(pair.other()),
                        Term.count(pair.both()),
                        Term.share((double) pair.both() / pair.all()),
                        new Term.Amount(pair.lift(), MetricUnit.RATIO),
                        Chance.of(q[i]));
            }
            if (q[i] <= FALSE_DISCOVERIES && pair.lift() > 1 && told++ < 3) {
                draft.reason(Sentence.of("behaviour-together")
                        .with("one", pair.one())
                        .with("other", pair.other())
                        .with("lift", new Term.Amount(pair.lift(), MetricUnit.RATIO))
                        .with("customers", pair.both()));
            }
        }
        draft.evidence(table);
        if (!pairs.isEmpty() && told == 0) {
            draft.reason(Sentence.of("behaviour-no-pairs"));
        }
    }

    private static long count(@org.jspecify.annotations.Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
