package dev.ukur.insights.why;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The usual causes of few orders, each looked for in the data: checkout, errors of the site, places in marketplace lists,
 * stock; and whether the measuring changed. What the data cannot show is told with what is missing.
 */
final class Checklist {

    private static final double RATE = 0.01;
    private static final int FEWEST_SOLD = 10;
    private static final int MOST_NAMED = 3;

    private static final String ERRORS = """
            -- events and pages that tell of errors, and all page views
            select count(*) filter (where event_name in ('exception', 'error', 'javascript_error', 'app_exception')) as told,
                count(*) filter (where event_name in ('exception', 'error', 'javascript_error', 'app_exception')
                    or lower(page_title) like '%404%' or lower(page_title) like '%not found%'
                    or lower(page_title) like '%tidak ditemukan%') as errors,
                count(*) filter (where event_name = 'page_view' and page_title is not null) as titled,
                count(*) filter (where event_name = 'page_view') as views
            from events
            where superseded_by is null and period_start between ? and ?
            """;
    private static final String STOCK = """
            -- products that sold well before and not at all now
            select product, sum(case when i.period_start between ? and ? then quantity else 0 end) as sold
            from order_items i
            where superseded_by is null and product is not null
                and (period_start between ? and ? or period_start between ? and ?)
            group by 1
            having sum(case when i.period_start between ? and ? then quantity else 0 end) = 0
            order by sold desc, product
            """;

    private final Desk desk;
    private final Asking asking;
    private final Periods periods;
    private final List<Check> measuring;
    private final Set<String> of;
    private final List<Check> checks = new ArrayList<>();

    /**
     * Looks at everything.
     *
     * @param of the measures of the number asked about: what they do not count cannot have spoilt it
     */
    Checklist(Desk desk, Asking asking, Periods periods, Set<String> of) {
        this.desk = desk;
        this.asking = asking;
        this.periods = periods;
        this.measuring = new Measurement(desk, asking, periods).checks();
        this.of = of;
        checks.add(checkout());
        checks.add(errors());
        checks.add(listing());
        checks.add(stock());
        checks.addAll(measuring);
    }

    /** What of it says that the measuring of this number changed, the gravest first. */
    List<Sentence> measuring() {
        return measuring.stream()
                .filter(Check::isFound)
                .filter(check -> check.spoils(of))
                .map(Check::says)
                .toList();
    }

    /** What was found. */
    List<Sentence> findings() {
        return checks.stream().filter(Check::isFound).map(Check::says).toList();
    }

    /** All that was looked at. */
    Evidence table() {
        return Evidence.of("checklist")
                .words("check")
                .words("status")
                .words("said")
                .rows(checks.stream().map(Check::row).toList());
    }

    private Check checkout() {
        Link begun = Link.of("checkout_visits");
        Link done = Link.of("completed_checkouts");
        Optional<Double> before = share(done, begun, true);
        Optional<Double> after = share(done, begun, false);
        if (before.isEmpty() || after.isEmpty()) {
            return Check.missing("checkout");
        }
        boolean fell = after.get() < before.get() && Whole.ofRatio(done, begun, asking, periods) <= RATE;
        Sentence sentence = Sentence.of(fell ? "check-checkout-found" : "check-checkout-clear")
                .with("before", Term.share(before.get()))
                .with("after", Term.share(after.get()));
        return Check.of("checkout", fell, sentence);
    }

    private Check errors() {
        QueryResult before = errors(true);
        QueryResult after = errors(false);
        boolean seen = number(before, "told") + number(after, "told") > 0
                || number(before, "titled") > 0 && number(after, "titled") > 0;
        if (!seen || number(before, "views") == 0 || number(after, "views") == 0) {
            return Check.missing("errors");
        }
        double then = number(before, "errors") / number(before, "views");
        double now = number(after, "errors") / number(after, "views");
        boolean more = number(after, "errors") >= FEWEST_SOLD && now > 2 * then;
        Sentence sentence = Sentence.of(more ? "check-errors-found" : "check-errors-clear")
                .with("before", Term.share(then))
                .with("after", Term.share(now));
        return Check.of("errors", more, sentence);
    }

    private QueryResult errors(boolean before) {
        var days = before ? periods.before() : periods.after();
        return desk.engine().query(Sql.of(ERRORS, days.first(), days.last()));
    }

    private Check listing() {
        Link found = Link.of("listings_found");
        Optional<Double> before = share(Link.of("listing_positions"), found, true);
        Optional<Double> after = share(Link.of("listing_positions"), found, false);
        if (before.isEmpty() || after.isEmpty()) {
            return Check.missing("listing");
        }
        boolean worse = after.get() > before.get() * 1.2
                && Whole.ofRatio(Link.of("listing_positions"), found, asking, periods) <= RATE;
        Sentence sentence = Sentence.of(worse ? "check-listing-found" : "check-listing-clear")
                .with("before", new Term.Amount(before.get(), MetricUnit.RATIO))
                .with("after", new Term.Amount(after.get(), MetricUnit.RATIO));
        return Check.of("listing", worse, sentence);
    }

    /** There is no stock table; a product that sold every few days and then never is out of stock or off the shelf. */
    private Check stock() {
        var then = periods.before();
        var now = periods.after();
        if (asking.total(Link.of("units_sold"), then).orElse(0.0) == 0
                || asking.total(Link.of("units_sold"), now).orElse(0.0) == 0) {
            return Check.missing("stock");
        }
        QueryResult gone = desk.engine()
                .query(Sql.of(
                        STOCK,
                        then.first(),
                        then.last(),
                        then.first(),
                        then.last(),
                        now.first(),
                        now.last(),
                        now.first(),
                        now.last()));
        List<String> names = new ArrayList<>();
        for (int row = 0; row < gone.rows().size(); row++) {
            double sold = number(gone, row, "sold") * now.days() / then.days();
            if (sold >= FEWEST_SOLD) {
                names.add(String.valueOf(gone.value(row, "product")));
            }
        }
        return names.isEmpty()
                ? Check.clear("stock", Sentence.of("check-stock-clear"))
                : Check.found(
                        "stock",
                        Sentence.of("check-stock-found")
                                .with("count", names.size())
                                .with(
                                        "products",
                                        String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))));
    }

    private Optional<Double> share(Link of, Link over, boolean before) {
        var days = before ? periods.before() : periods.after();
        Optional<Double> below = asking.total(over, days).filter(value -> value > 0);
        return below.flatMap(all -> asking.total(of, days).map(some -> some / all));
    }

    private static double number(QueryResult result, String column) {
        return number(result, 0, column);
    }

    private static double number(QueryResult result, int row, String column) {
        return ((Number) Objects.requireNonNull(result.value(row, column))).doubleValue();
    }
}
