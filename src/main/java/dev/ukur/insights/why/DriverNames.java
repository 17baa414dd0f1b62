package dev.ukur.insights.why;

import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import java.util.Map;
import java.util.Set;

/** How drivers are called, and in what they count. */
final class DriverNames {

    private static final Map<String, Sentence> WORDS = Map.ofEntries(
            Map.entry("days", Sentence.of("driver-days")),
            Map.entry("own_visit_count", Sentence.of("driver-visits")),
            Map.entry("visits", Sentence.of("driver-visits")),
            Map.entry("product_visits-per-own_visit_count", Sentence.of("driver-product-step")),
            Map.entry("cart_visits-per-product_visits", Sentence.of("driver-cart-step")),
            Map.entry("cart_visits-per-own_visit_count", Sentence.of("driver-cart-step")),
            Map.entry("checkout_visits-per-cart_visits", Sentence.of("driver-checkout-step")),
            Map.entry("checkout_visits-per-own_visit_count", Sentence.of("driver-checkout-step")),
            Map.entry("purchase_visits-per-checkout_visits", Sentence.of("driver-payment-step")),
            Map.entry("purchase_visits-per-cart_visits", Sentence.of("driver-payment-step")),
            Map.entry("purchase_visits-per-own_visit_count", Sentence.of("driver-orders-per-visit")),
            Map.entry("kept_orders-per-own_visit_count", Sentence.of("driver-orders-per-visit")),
            Map.entry("orders-per-own_visit_count", Sentence.of("driver-orders-per-visit")),
            Map.entry("new_customers-per-own_visit_count", Sentence.of("driver-new-customers-per-visit")),
            Map.entry("leads-per-own_visit_count", Sentence.of("driver-leads-per-visit")),
            Map.entry("kept_orders", Sentence.of("driver-orders")),
            Map.entry("orders", Sentence.of("driver-orders")),
            Map.entry("new_customers", Sentence.of("driver-new-customers")),
            Map.entry("new_paid_customers", Sentence.of("driver-new-paid-customers")),
            Map.entry("leads", Sentence.of("driver-leads")),
            Map.entry("clicks", Sentence.of("driver-clicks")),
            Map.entry("spend-per-clicks", Sentence.of("driver-click-price")),
            Map.entry("spend", Sentence.of("driver-spend")),
            Map.entry("acquisition_costs", Sentence.of("driver-costs")),
            Map.entry("revenue-per-kept_orders", Sentence.of("driver-order-value")));

    private static final Set<String> MONEY =
            Set.of("revenue-per-kept_orders", "revenue", "spend-per-clicks", "spend", "acquisition_costs");

    private DriverNames() {}

    /** The name of a step; its measure's own where it has no words of its own. */
    static Term of(Branch.Step step) {
        Sentence known = WORDS.get(step.word());
        return known != null
                ? new Term.Phrase(known)
                : new Term.Text(step.of().measure().replace('_', ' '));
    }

    /** Money an order, shares of a step that follows another, counts a day. */
    static MetricUnit unit(Branch.Step step) {
        if (MONEY.contains(step.word())) {
            return MetricUnit.MONEY;
        }
        boolean counted = step.over().filter(link -> !link.isDays()).isEmpty();
        return counted ? MetricUnit.COUNT : MetricUnit.SHARE;
    }
}
