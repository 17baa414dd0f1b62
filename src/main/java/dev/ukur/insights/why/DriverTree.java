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
 * The drivers of a metric as a sum of chains. A metric that is not in the table here is a chain of its own.
 *
 * @param branches whose last numbers sum to the metric; none when it is no product
 */
record DriverTree(List<Branch> branches) {

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

    DriverTree {
        branches = List.copyOf(branches);
    }

    static DriverTree of(Metric metric, Optional<Anatomy> anatomy, Asking asking, Periods periods) {
        if (RATES.containsKey(metric.name())) {
            return new DriverTree(List.of(RATES.get(metric.name())));
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
