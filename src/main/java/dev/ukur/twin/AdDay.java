package dev.ukur.twin;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of an advertising campaign or ad.
 *
 * @param auction how much of the possible impressions it won, where the platform tells
 */
record AdDay(LocalDate day, AdUnit unit, Delivery delivery, Optional<Auction> auction) {

    /**
     * Where the impressions that could have been went.
     *
     * @param impressions won
     * @param lostToBudget not won for want of budget
     * @param lostToRank not won for want of rank
     */
    record Auction(long impressions, long lostToBudget, long lostToRank) {

        long eligible() {
            return impressions + lostToBudget + lostToRank;
        }

        /** The platform hides shares below a tenth. */
        boolean hidden() {
            return impressions * 10 < eligible();
        }
    }
}
