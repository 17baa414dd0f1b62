package dev.ukur.insights.why;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two counts of the same happenings by sources that know nothing of each other. When both move alike the business moved;
 * when one moves against the other, the measuring did.
 *
 * @param name the end of its text's key
 * @param tracked what the shop's own analytics saw
 * @param witness what somebody else counted
 */
record Pair(String name, Link tracked, Link witness) {

    static final Pair ORDERS =
            new Pair("orders", Link.of("tracked_purchases"), new Link("orders", Optional.of("sales_channel = 'web'")));
    static final Pair ADS = new Pair(
            "ads",
            visits("Paid Search", "Paid Social", "Paid Shopping", "Paid Video", "Display", "Paid Other"),
            Link.of("clicks"));
    static final Pair SEARCH = new Pair("search", visits("Organic Search"), Link.of("total_search_clicks"));
    static final Pair EMAIL = new Pair("email", visits("Email"), Link.of("email_clickers"));
    static final Pair OPENS = new Pair("opens", Link.of("email_openers"), Link.of("email_clickers"));

    /** Those whose tracked side are visits by a channel. */
    static final List<Pair> CHANNELS = List.of(ADS, SEARCH, EMAIL);

    private static final double LEAST_COUNT = 20;

    /**
     * How a pair moved.
     *
     * @param before tracked over witness then
     * @param after tracked over witness now
     * @param p how likely a move of this size is when nothing but chance moved it
     */
    record Move(double before, double after, double p) {

        private static final double LEAST = 0.1;
        private static final double LEAST_OF_ALL = 0.08;
        private static final double RATE = 0.01;

        double relative() {
            return after / before - 1;
        }

        boolean fell() {
            return p <= RATE && relative() <= -LEAST;
        }

        /** Whether it goes the way of a loss, be it by chance: what all witnesses must say of a loss. */
        boolean isLower() {
            return relative() <= -LEAST_OF_ALL;
        }

        boolean rose() {
            return p <= RATE && relative() >= LEAST;
        }
    }

    /** How it moved; empty when one side has no data to speak of. */
    Optional<Move> move(Asking asking, Periods periods) {
        double[] seen = {count(tracked, asking, periods, true), count(tracked, asking, periods, false)};
        double[] told = {count(witness, asking, periods, true), count(witness, asking, periods, false)};
        if (Math.min(told[0], told[1]) < LEAST_COUNT || seen[0] < LEAST_COUNT) {
            return Optional.empty();
        }
        return Optional.of(
                new Move(seen[0] / told[0], seen[1] / told[1], Whole.ofRatio(tracked, witness, asking, periods)));
    }

    private static double count(Link link, Asking asking, Periods periods, boolean before) {
        return asking.total(link, before ? periods.before() : periods.after()).orElse(0.0);
    }

    private static Link visits(String... channels) {
        String list = Arrays.stream(channels).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return new Link("own_visit_count", Optional.of("channel in (" + list + ")"));
    }
}
