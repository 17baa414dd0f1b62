package dev.ukur.twin;

import java.util.List;
import java.util.OptionalLong;

/**
 * An order of the marketplace store as it stands on the last day. Amounts are whole rupiah.
 *
 * @param number the platform's order number
 * @param buyer the platform's user name
 * @param placed the moment of the order
 * @param lines what was bought
 * @param shipping paid by the buyer
 * @param method how it is paid
 * @param fate what became of it
 * @param place where it goes
 * @param firstOfBuyer whether it is the buyer's first that was not cancelled
 */
record MarketplaceOrder(
        String number,
        String buyer,
        long placed,
        List<Line> lines,
        long shipping,
        String method,
        Fate fate,
        Place place,
        boolean firstOfBuyer) {

    MarketplaceOrder {
        lines = List.copyOf(lines);
    }

    /** A thing, its size, its price before and after the store's discount, how many. */
    record Line(Good good, String size, long listPrice, long price, int quantity) {

        long amount() {
            return price * quantity;
        }

        long discount() {
            return (listPrice - price) * quantity;
        }
    }

    /** Status word of the platform, moments of payment and completion if they came. */
    record Fate(String status, OptionalLong paid, OptionalLong completed) {}

    /** City and province as the platform writes them. */
    record Place(String city, String province) {}

    boolean isCancelled() {
        return fate.status().equals(Marketplace.CANCELLED);
    }

    /** What the buyer pays; nothing when cancelled before payment. */
    long total() {
        if (isCancelled()) {
            return 0;
        }
        return lines.stream().mapToLong(Line::amount).sum() + shipping;
    }
}
