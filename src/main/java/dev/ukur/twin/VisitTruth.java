package dev.ukur.twin;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts what visits turned into and which pages they saw, as far as the tag saw them. */
final class VisitTruth {

    private static final Predicate<Visit> BOUGHT = has(Hit.Kind.ORDER_COMPLETED);
    private static final Predicate<Visit> CART = has(Hit.Kind.PRODUCT_ADDED);
    private static final Predicate<Visit> CHECKOUT = has(Hit.Kind.CHECKOUT_STARTED);
    private static final Predicate<Visit> FORM = has(Hit.Kind.FORM_SUBMITTED);
    private static final Predicate<Visit> SIGN_UP = has(Hit.Kind.SIGNED_UP);

    private static final Map<String, Predicate<Visit>> STAGES = Map.of(
            "purchase_visits",
            BOUGHT,
            "cart_visits",
            CART,
            "abandoned_cart_visits",
            CART.and(BOUGHT.negate()),
            "checkout_visits",
            CHECKOUT,
            "completed_checkout_visits",
            CHECKOUT.and(BOUGHT),
            "cart_checkout_visits",
            CART.and(CHECKOUT),
            "form_visits",
            FORM,
            "sign_up_visits",
            SIGN_UP,
            "converting_visits",
            BOUGHT.or(FORM).or(SIGN_UP),
            "product_visits",
            has(Hit.Kind.PRODUCT_VIEWED));

    private static final Map<String, Predicate<Visit>> PEOPLE = Map.of(
            "purchasing_visitors", BOUGHT,
            "form_visitors", FORM,
            "sign_up_visitors", SIGN_UP,
            "converting_visitors", BOUGHT.or(FORM).or(SIGN_UP));

    private final Function<String, Counts> count;
    private final Map<String, Set<Long>> met = new HashMap<>();

    VisitTruth(Function<String, Counts> count) {
        this.count = count;
    }

    private static Predicate<Visit> has(Hit.Kind kind) {
        return visit -> visit.count(kind) > 0;
    }

    void visit(Visit visit) {
        YearMonth month = visit.month();
        STAGES.forEach((metric, stage) -> {
            int counted = stage.test(visit) ? 1 : 0;
            count.apply(metric)
                    .add(month, counted)
                    .cut(month, "device", visit.visitor().device().word(), counted);
        });
        PEOPLE.forEach((metric, stage) -> {
            boolean isNew = stage.test(visit)
                    && met.computeIfAbsent(metric + month, key -> new HashSet<>())
                            .add(visit.visitor().id());
            count.apply(metric).add(month, isNew ? 1 : 0);
        });
        pages(visit, month);
    }

    /** A page lasts until the next page, the last one until the last happening after it. */
    private void pages(Visit visit, YearMonth month) {
        List<Hit> pages =
                visit.hits().stream().filter(hit -> hit.kind() == Hit.Kind.PAGE).toList();
        for (int i = 0; i < pages.size(); i++) {
            boolean last = i == pages.size() - 1;
            int until = last ? visit.seconds() : pages.get(i + 1).second();
            int seconds = until - pages.get(i).second();
            boolean timed = !last || seconds > 0;
            count.apply("page_seconds").add(month, timed ? seconds : 0);
            count.apply("timed_pages").add(month, timed ? 1 : 0);
            count.apply("exits").add(month, last ? 1 : 0);
        }
    }
}
