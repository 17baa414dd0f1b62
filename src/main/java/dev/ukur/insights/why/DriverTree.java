package dev.ukur.insights.why;

import dev.ukur.metrics.Anatomy;
import dev.ukur.model.Metric;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The drivers of a metric as a sum of chains, or as one such sum over another. A metric that is not in the tables here is a
 * chain of its own.
 *
 * @param branches whose last numbers sum to the metric; none when it is no product
 * @param below whose last numbers sum to what the others are divided by; none when they are not divided
 */
record DriverTree(List<Branch> branches, List<Branch> below) {

    private static final String SALES_CHANNEL = "sales_channel";
    private static final String WEB = "web";

    /** Rates as the steps that lead to what is counted. */
    private static final Map<String, Branch> RATES = Map.of(
            "conversion_rate",
            Branch.rate("own_visit_count", "product_visits", "cart_visits", "checkout_visits", "purchase_visits"),
            "cart_abandonment",
            Branch.rate("cart_visits", "abandoned_carts"));

    /** What comes from the shop of one's own begins with its visits, what comes from a marketplace does not. */
    private static final Map<String, List<String>> SALES = Map.of(
            "revenue", List.of("kept_orders", "revenue"),
            "orders", List.of("orders"),
            "new_customers", List.of("new_customers"));

    private static final Set<String> OF_VISITS = Set.of("leads");

    private static final Branch ADS = Branch.counting("clicks", "spend");

    /** Salaries are paid by the month, however many days it has. */
    private static final Branch COSTS = Branch.of("acquisition_costs");

    /** What is paid for something, and what it is paid for. */
    private static final Map<String, Price> PRICES = Map.of(
            "cac", new Price(List.of(ADS, COSTS), "new_customers"),
            "cac_blended", new Price(List.of(ADS), "new_customers"),
            "cac_paid", new Price(List.of(ADS), "new_paid_customers"),
            "cost_per_lead", new Price(List.of(ADS), "leads"),
            "cost_per_order", new Price(List.of(ADS), "kept_orders"));

    private record Price(List<Branch> paid, String count) {}

    /** Each part is moved in all orders of all others: more would take long. */
    private static final int MOST_BRANCHES = 8;

    private static final double EXACT = 1e-9;

    DriverTree {
        branches = List.copyOf(branches);
        below = List.copyOf(below);
    }

    private DriverTree(List<Branch> branches) {
        this(branches, List.of());
    }

    static DriverTree of(Metric metric, Optional<Anatomy> anatomy, Asking asking, Periods periods) {
        if (RATES.containsKey(metric.name())) {
            return new DriverTree(List.of(RATES.get(metric.name())));
        }
        if (PRICES.containsKey(metric.name())) {
            Price price = PRICES.get(metric.name());
            return new DriverTree(price.paid(), counted(price.count(), asking, periods));
        }
        if (SALES.containsKey(metric.name())) {
            return new DriverTree(sales(SALES.get(metric.name()), asking, periods));
        }
        if (OF_VISITS.contains(metric.name())) {
            return new DriverTree(List.of(Branch.counting("own_visit_count", metric.name())));
        }
        return new DriverTree(anatomy.filter(parts -> parts.adds() && parts.isOnePart())
                .map(parts -> List.of(Branch.counting(parts.parts().get(0).measure())))
                .orElse(List.of()));
    }

    /** By sales channel where these make up the whole; else as visits bring it, or as a number of its own. */
    private static List<Branch> counted(String measure, Asking asking, Periods periods) {
        if (OF_VISITS.contains(measure)) {
            return List.of(Branch.counting("own_visit_count", measure));
        }
        List<Branch> branches = SALES.containsKey(measure) ? sales(SALES.get(measure), asking, periods) : List.of();
        boolean whole = branches.size() <= MOST_BRANCHES
                && List.of(periods.before(), periods.after()).stream()
                        .allMatch(days -> isWhole(branches, Link.of(measure), asking, days));
        return whole ? branches : List.of(Branch.counting(measure));
    }

    private static boolean isWhole(List<Branch> branches, Link all, Asking asking, Period days) {
        double sum = branches.stream()
                .mapToDouble(branch -> asking.total(branch.last(), days).orElse(0.0))
                .sum();
        return asking.total(all, days)
                .filter(whole -> Math.abs(whole - sum) <= EXACT * Math.abs(whole))
                .isPresent();
    }

    private static List<Branch> sales(List<String> chain, Asking asking, Periods periods) {
        Set<String> members = new TreeSet<>();
        for (Period days : List.of(periods.before(), periods.after())) {
            asking.cut(Link.of(chain.get(chain.size() - 1)), SALES_CHANNEL, days)
                    .ifPresent(cut -> members.addAll(cut.keySet()));
        }
        members.remove(Asking.NO_MEMBER);
        return members.stream().map(member -> sales(chain, member)).toList();
    }

    private static Branch sales(List<String> chain, String member) {
        Optional<String> only = Optional.of(SALES_CHANNEL + " = '" + member.replace("'", "''") + "'");
        List<Link> links = new ArrayList<>(List.of(Link.DAYS));
        if (member.equals(WEB)) {
            links.add(Link.of("own_visit_count"));
        }
        chain.forEach(measure -> links.add(new Link(measure, only)));
        return new Branch(Optional.of(member), links, false);
    }
}
