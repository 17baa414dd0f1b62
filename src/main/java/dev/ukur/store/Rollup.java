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
 * {@link Kind#PAIRS}: the same, with its aggregates and products of them (see {@link Ratio}) in place of numbers of visitors; see
 * {@code visitor_pairs.sql}.
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
        DISTINCT,
        PAIRS
    }

    /** The days of a run that a {@code PAIRS} roll-up can tell of, at most: a quarter. */
    public static final int PAIRED_DAYS = 92;

    /**
     * Two aggregates of visits of which a {@code PAIRS} roll-up knows the squares and the product, each a column.
     *
     * @param above name of the aggregate that is divided
     * @param below name of the count that it is divided by
     */
    public record Ratio(String above, String below) {

        /** Column of the squares of what is divided. */
        public String xx() {
            return above + TIMES + above;
        }

        /** Column of the squares of what it is divided by. */
        public String yy() {
            return below + TIMES + below;
        }

        /** Column of the products of both. */
        public String xy() {
            return above + TIMES + below;
        }

        /** Column of how many visitors have any of what it is divided by. */
        public String visitors() {
            return "visitors_of_" + below;
        }
    }

    private static final String TIMES = "_x_";

    /** All of which a {@code PAIRS} roll-up knows. */
    static final List<Ratio> RATIOS = List.of(
            new Ratio("purchase_visits", "visits"),
            new Ratio("form_visits", "visits"),
            new Ratio("sign_up_visits", "visits"),
            new Ratio("converting_visits", "visits"),
            new Ratio("cart_visits", "visits"),
            new Ratio("bounced_visits", "visits"),
            new Ratio("engaged_visits", "visits"),
            new Ratio("pageviews", "visits"),
            new Ratio("duration_s", "visits"),
            new Ratio("abandoned_carts", "cart_visits"),
            new Ratio("checkouts_after_cart", "cart_visits"),
            new Ratio("completed_checkouts", "checkout_visits"));

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

    /** Whether it knows the squares of a ratio. */
    public boolean knows(Ratio ratio) {
        return kind == Kind.PAIRS && RATIOS.contains(ratio);
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
                new Rollup(Kind.DISTINCT, "visitor_days", "visits", List.of("channel", "device"), visitors()),
                new Rollup(Kind.PAIRS, "visitor_pairs", "visits", List.of("channel", "device"), factors()));
    }

    /** The only one of a kind. */
    static Rollup of(Kind kind) {
        return all().stream()
                .filter(rollup -> rollup.kind() == kind)
                .findFirst()
                .orElseThrow();
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
        sums.put("checkouts_after_cart", count("add_to_carts > 0 and checkouts > 0"));
        sums.put("completed_checkouts", count("checkouts > 0 and purchases > 0"));
        for (String column : List.of("pageviews", "events", "duration_s", "purchases", "form_submits", "sign_ups")) {
            sums.put(column, new Aggregate("sum", column, ""));
        }
        return sums;
    }

    /** The sums that are multiplied. */
    private static Map<String, Aggregate> factors() {
        Map<String, Aggregate> factors = visitSums();
        factors.keySet()
                .removeIf(name -> RATIOS.stream()
                        .noneMatch(ratio ->
                                ratio.above().equals(name) || ratio.below().equals(name)));
        return factors;
    }

    private static Aggregate count(String filter) {
        return new Aggregate("count", "*", filter);
    }
}
