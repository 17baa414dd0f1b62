package dev.ukur.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums that the store keeps beside a canonical table and renews inside each load, so that a question can add up a few
 * rows in place of many. They speak of current rows only, and give the very numbers the rows would give.
 *
 * <p>{@link Kind#SUMS}: one row a period and combination of the dimensions, one column an aggregate, to be summed.
 * {@link Kind#DISTINCT}: one row a day, earlier day and member of one dimension; see {@code visitor_days.sql}.
 *
 * @param table where it is kept
 * @param of canonical table whose rows it sums up
 * @param dimensions columns of that table by which it can be cut; a {@code DISTINCT} one by one of them at a time
 * @param aggregates what it knows: the name of each (a column of {@code SUMS}) and what it stands for
 */
public record Rollup(Kind kind, String table, String of, List<String> dimensions, Map<String, Aggregate> aggregates) {

    /** What can be done with its rows. */
    public enum Kind {
        SUMS,
        DISTINCT
    }

    /**
     * An aggregate over rows of the canonical table.
     *
     * @param function {@code count}, {@code sum} or {@code count_distinct}
     * @param of the column it is over, or {@code *}
     * @param filter on rows, in words that SQL and the formula language share; empty for all rows
     */
    public record Aggregate(String function, String of, String filter) {}

    public Rollup {
        dimensions = List.copyOf(dimensions);
        aggregates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(aggregates));
    }

    /** Of the name alone, which tells it from others: the hash of a record of records is dear in a program just started. */
    @Override
    public int hashCode() {
        return table.hashCode();
    }

    /** All that are kept, the smallest first. */
    public static List<Rollup> all() {
        return List.of(
                new Rollup(
                        Kind.SUMS,
                        "visit_days",
                        "visits",
                        List.of("channel", "is_paid", "device", "country"),
                        visitSums()),
                new Rollup(
                        Kind.SUMS,
                        "visit_source_days",
                        "visits",
                        List.of("channel", "is_paid", "source", "medium", "campaign", "term"),
                        visitSums()),
                new Rollup(Kind.DISTINCT, "visitor_days", "visits", List.of("channel", "device"), visitors()));
    }

    private static Map<String, Aggregate> visitors() {
        Map<String, Aggregate> visitors = new LinkedHashMap<>();
        visitors.put("all", new Aggregate("count_distinct", "visitor_id", ""));
        visitors.put("new", new Aggregate("count_distinct", "visitor_id", "is_new"));
        visitors.put("buying", new Aggregate("count_distinct", "visitor_id", "purchases > 0"));
        return visitors;
    }

    private static Map<String, Aggregate> visitSums() {
        Map<String, Aggregate> sums = new LinkedHashMap<>();
        sums.put("visits", count(""));
        sums.put("bounced_visits", count("bounced"));
        sums.put("engaged_visits", count("engaged"));
        sums.put("purchase_visits", count("purchases > 0"));
        sums.put("form_visits", count("form_submits > 0"));
        sums.put("sign_up_visits", count("sign_ups > 0"));
        sums.put("converting_visits", count("purchases > 0 or form_submits > 0 or sign_ups > 0"));
        sums.put("cart_visits", count("add_to_carts > 0"));
        sums.put("abandoned_carts", count("add_to_carts > 0 and purchases = 0"));
        sums.put("checkout_visits", count("checkouts > 0"));
        sums.put("completed_checkouts", count("checkouts > 0 and purchases > 0"));
        for (String column : List.of("pageviews", "events", "duration_s", "purchases", "form_submits", "sign_ups")) {
            sums.put(column, new Aggregate("sum", column, ""));
        }
        return sums;
    }

    private static Aggregate count(String filter) {
        return new Aggregate("count", "*", filter);
    }
}
