package dev.ukur.twin;

/**
 * One way into the shop, and what the people who come that way are worth.
 *
 * @param channel the channel it belongs to
 * @param source {@code utm_source}, empty when the link carries none
 * @param medium {@code utm_medium}, empty when the link carries none
 * @param campaign {@code utm_campaign}, empty when none or when each mailing has its own
 * @param referrer the page the visit comes from, empty when the browser tells none
 * @param share of first visits, relative
 * @param returning share of later visits, relative
 * @param worth how its visitors behave
 */
record Lane(
        Channel channel,
        String source,
        String medium,
        String campaign,
        String referrer,
        double share,
        double returning,
        Worth worth) {

    /**
     * Behaviour of the people of a lane.
     *
     * @param stay probability to look at a second page
     * @param buying how readily they fill a cart, 1 is ordinary
     * @param basket how many things they buy, 1 is ordinary
     * @param again probability to come back for another order
     * @param lead how readily they ask for an office uniform offer, 1 is ordinary
     * @param loss probability that a club member leaves at the end of a month
     */
    record Worth(double stay, double buying, double basket, double again, double lead, double loss) {}

    /** Whether the link carries campaign parameters. */
    boolean tagged() {
        return !source.isEmpty();
    }
}
