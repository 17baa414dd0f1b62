package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;

/**
 * Something that goes wrong in the shop on some days and stands in no calendar: for the program to find.
 *
 * @param kind what
 * @param days when
 * @param where device or channel it is confined to, by its word; empty for everywhere
 * @param left what is left of what it harms, as a share
 */
public record Incident(Kind kind, Period days, String where, double left) {

    /** What an incident harms. */
    public enum Kind {
        /** Begun checkouts that end in an order; by device. */
        CHECKOUT,
        /** Looks at goods that end in a cart; by device. */
        CART,
        /** First visits; by channel. */
        TRAFFIC,
        /** What is paid for an order of the web shop. */
        PRICE,
        /** New buyers in the marketplace. */
        MARKETPLACE,
        /** Visits that web analytics sees. */
        TRACKING
    }

    boolean holds(Kind wanted, LocalDate day, String place) {
        return kind == wanted && days.holds(day) && (where.isEmpty() || where.equals(place));
    }
}
