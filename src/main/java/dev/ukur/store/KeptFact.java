package dev.ukur.store;

import java.util.List;
import java.util.Map;

/**
 * A fact whose rows the store keeps beside its tables and renews inside each load, because they are dear to join or to
 * number. They are current rows only, and the very rows the fact's own select would give.
 *
 * @param name of the fact, and of the table in the schema {@code kept}
 * @param sql its select, over the names in {@code reads}
 * @param reads each name the select reads, with the canonical table or the kept fact that stands for it
 * @param rows which of its rows hang together with a touched order
 */
public record KeptFact(String name, String sql, Map<String, String> reads, Rows rows) {

    /** The rows that are renewed when an order, its purchase or its visit changes. */
    public enum Rows {
        /** That order's. */
        OF_THE_ORDER,
        /** All of its customer's, as each is numbered after the others. */
        OF_THE_CUSTOMER
    }

    /** The schema that holds the rows. */
    static final String SCHEMA = "kept";

    private static final List<KeptFact> ALL = List.of(
            of("order_channels", Map.of("orders", "orders", "events", "events", "visits", "visits"), Rows.OF_THE_ORDER),
            of("customer_orders", Map.of("order_rows", "orders"), Rows.OF_THE_CUSTOMER),
            of("customer_order_channels", Map.of("order_channels", "order_channels"), Rows.OF_THE_CUSTOMER));

    public KeptFact {
        reads = Map.copyOf(reads);
    }

    /** All that are kept, each after those it reads. */
    public static List<KeptFact> all() {
        return ALL;
    }

    private static KeptFact of(String name, Map<String, String> reads, Rows rows) {
        String resource = SqlResource.read(name + ".sql");
        return new KeptFact(name, resource.substring(resource.indexOf('\n') + 1), reads, rows);
    }

    /** Whether a select is this fact's, whatever its lines and blanks. */
    public boolean isSelect(String other) {
        return plain(sql).equals(plain(other));
    }

    private static String plain(String select) {
        return select.strip().replaceAll("\\s+", " ");
    }

    /** The table, as a query names it. */
    public String table() {
        return SCHEMA + "." + name;
    }
}
