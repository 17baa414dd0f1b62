package dev.ukur.twin;

import java.time.LocalDate;

/**
 * A newsletter and what came of it until the last day.
 *
 * @param campaign title, also the {@code utm_campaign} of its links
 * @param subject line
 * @param day sent on, at ten in the morning
 * @param sent and bounced counts
 * @param opens and clicks
 * @param sales placed in visits that came from it
 */
record Mailing(String campaign, String subject, LocalDate day, Sent sent, Response opens, Sales sales) {

    /** How many went out, how many came back. */
    record Sent(long recipients, long softBounces, long hardBounces) {

        long delivered() {
            return recipients - softBounces - hardBounces;
        }
    }

    /** What readers did. */
    record Response(
            long uniqueOpens,
            long totalOpens,
            long uniqueClicks,
            long totalClicks,
            long unsubscribes,
            long complaints) {}

    /** Orders of any later fate and their rupiah. */
    record Sales(long orders, long revenue) {}
}
