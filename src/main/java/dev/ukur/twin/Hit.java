package dev.ukur.twin;

import org.jspecify.annotations.Nullable;

/**
 * A page view or action within a visit.
 *
 * @param kind what happened
 * @param second whole seconds since the visit began
 * @param page where
 * @param good what it concerns, if a thing for sale
 * @param order the order placed by it
 */
record Hit(
        Kind kind,
        int second,
        Page page,
        @Nullable Good good,
        @Nullable WebOrder order) {

    /** What can happen, with its name in Segment's vocabulary. */
    enum Kind {
        PAGE("Page Viewed", false),
        SCROLLED("Scroll Depth Reached", false),
        PRODUCT_VIEWED("Product Viewed", false),
        PRODUCT_ADDED("Product Added", false),
        CHECKOUT_STARTED("Checkout Started", false),
        ORDER_COMPLETED("Order Completed", true),
        FORM_SUBMITTED("Form Submitted", true),
        SIGNED_UP("Signed Up", true);

        private final String event;
        private final boolean conversion;

        Kind(String event, boolean conversion) {
            this.event = event;
            this.conversion = conversion;
        }

        String event() {
            return event;
        }

        /** Whether the shop knows from then on who the visitor is. */
        boolean identifies() {
            return this == ORDER_COMPLETED || this == SIGNED_UP;
        }

        /** Whether it alone makes a visit an engaged one. */
        boolean conversion() {
            return conversion;
        }
    }
}
