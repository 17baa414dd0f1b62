package dev.ukur.twin;

import java.util.List;
import java.util.OptionalLong;

/**
 * An order of the web shop as it stands on the last day. Amounts are whole rupiah.
 *
 * @param name the shop's number, such as {@code #1001}
 * @param person the buyer
 * @param placed the moment of the order
 * @param lines what was bought
 * @param code discount code, empty for none
 * @param discount taken off
 * @param shipping charged
 * @param fate what became of it
 */
record WebOrder(
        String name,
        Person person,
        long placed,
        List<Line> lines,
        String code,
        long discount,
        long shipping,
        Fate fate) {

    WebOrder {
        lines = List.copyOf(lines);
    }

    /** A thing and how many of it. */
    record Line(Good good, int quantity) {

        long amount() {
            return (long) good.price() * quantity;
        }
    }

    /**
     * What became of an order.
     *
     * @param status the shop's word for its payment
     * @param paid the moment of payment, if paid
     * @param cancelled the moment of cancelling, if cancelled
     * @param shipped whether it left the store
     * @param refunded given back, 0 for none
     */
    record Fate(String status, OptionalLong paid, OptionalLong cancelled, boolean shipped, long refunded) {}

    /** Goods less discount. */
    long subtotal() {
        return gross(lines) - discount;
    }

    /** What the buyer pays. */
    long total() {
        return subtotal() + shipping;
    }

    boolean isCancelled() {
        return fate.cancelled().isPresent();
    }

    /** The goods at their prices. */
    static long gross(List<Line> lines) {
        return lines.stream().mapToLong(Line::amount).sum();
    }
}
