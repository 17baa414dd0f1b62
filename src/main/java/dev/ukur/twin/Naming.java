package dev.ukur.twin;

/** How people name themselves where they leave their names; as who they are, unless a shop of other habits is simulated. */
interface Naming {

    /** Everybody by an address or user name of their own. */
    Naming OWN = new Naming() {};

    /** The e-mail address on an order of the web shop; empty for none. */
    default String of(WebOrder order) {
        return order.person().email();
    }

    /** The user name on an order of the marketplace. */
    default String of(MarketplaceOrder order) {
        return order.buyer();
    }
}
