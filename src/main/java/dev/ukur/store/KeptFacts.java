package dev.ukur.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the rows of kept facts: all made anew, or renewed for the orders that a load touched. Both ways run the fact's own
 * select; a renewal gives it fewer rows to read.
 */
final class KeptFacts {

    private static final String TOUCHED_ORDER = "replace(%s, '#', '') in (select order_key from temp.touched_orders)";
    private static final String OF_THE_ORDER = TOUCHED_ORDER.formatted("order_id");
    private static final String OF_THE_CUSTOMER =
            "(" + OF_THE_ORDER + " or customer_id in (select customer_id from temp.touched_customers))";
    private static final String PURCHASE = "event_name = 'purchase' and " + TOUCHED_ORDER.formatted("transaction_id");

    private final Connection connection;

    KeptFacts(Connection connection) {
        this.connection = connection;
    }

    /** Makes all of them anew, in the open transaction. */
    void rebuild() throws SQLException {
        run("create schema if not exists " + KeptFact.SCHEMA);
        for (KeptFact fact : KeptFact.all()) {
            run("create or replace table " + fact.table() + " as " + select(fact, Map.of()) + " order by period_start");
        }
    }

    /** Renews, in the open transaction, the rows of the orders that a load touched. */
    void refresh(long load) throws SQLException {
        run(SqlResource.read("touched_orders.sql").replace("{{load}}", Long.toString(load)));
        if (anyTouched()) {
            for (KeptFact fact : KeptFact.all()) {
                renew(fact);
            }
        }
        run("drop table temp.touched_orders; drop table temp.touched_customers");
    }

    private void renew(KeptFact fact) throws SQLException {
        boolean ofTheOrder = fact.rows() == KeptFact.Rows.OF_THE_ORDER;
        String touched = ofTheOrder ? OF_THE_ORDER : OF_THE_CUSTOMER;
        Map<String, String> only = Map.of("orders", touched, "order_channels", touched, "events", PURCHASE);
        run("delete from " + fact.table() + " where " + touched);
        run("insert into " + fact.table() + " " + select(fact, only));
    }

    /**
     * The fact's select over what it reads.
     *
     * @param only conditions on the rows of tables and facts; all rows are read of those it does not name
     */
    private static String select(KeptFact fact, Map<String, String> only) {
        String inputs = new TreeMap<>(fact.reads())
                .entrySet().stream()
                        .map(read -> read.getKey() + " as (" + rows(read.getValue(), only) + ")")
                        .collect(Collectors.joining(",\n"));
        return "with " + inputs + ",\n" + fact.name() + "_rows as (\n" + fact.sql() + ")\nselect * from " + fact.name()
                + "_rows";
    }

    private static String rows(String source, Map<String, String> only) {
        String condition = only.getOrDefault(source, "true");
        return KeptFact.all().stream()
                .filter(fact -> fact.name().equals(source))
                .findFirst()
                .map(fact -> "select * from " + fact.table() + " where " + condition)
                .orElse("select * from main." + source + " where superseded_by is null and " + condition);
    }

    private boolean anyTouched() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from temp.touched_orders limit 1")) {
            return rows.next();
        }
    }

    private void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
