package dev.ukur.twin;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A paid club membership. Moments lie where the UTC day is the local day, and neither start nor end is the 1st of a
 * month, so that every reading of "active at the start of the month" gives the same number.
 *
 * @param number in order of joining
 * @param person who
 * @param plan monthly or yearly
 * @param started the moment of joining
 * @param trialEnd the moment the free month runs out, if there is one
 * @param cancelled the moment the member asked to leave, if before the last day's end
 * @param ended the moment the membership ran out, if before the last day's end
 */
record Membership(
        long number,
        Person person,
        Plan plan,
        long started,
        OptionalLong trialEnd,
        OptionalLong cancelled,
        OptionalLong ended) {

    /** What members pay. */
    enum Plan {
        MONTHLY("Klub Laras Bulanan", "month", 1, 99_000),
        YEARLY("Klub Laras Tahunan", "year", 12, 990_000);

        private final String title;
        private final String interval;
        private final int months;
        private final long amount;

        Plan(String title, String interval, int months, long amount) {
            this.title = title;
            this.interval = interval;
            this.months = months;
            this.amount = amount;
        }

        String title() {
            return title;
        }

        String interval() {
            return interval;
        }

        /** Months between two payments. */
        int months() {
            return months;
        }

        /** Rupiah a payment. */
        long amount() {
            return amount;
        }

        /** Rupiah a month. */
        long monthly() {
            return amount / months;
        }
    }

    /** Whether it went on after its free month. */
    boolean outlastsTrial() {
        return ended.isEmpty() || ended.getAsLong() > trialEnd.orElse(started);
    }

    /** Whether it runs on a local day's end. */
    boolean activeOn(LocalDate day) {
        return !Jakarta.day(started).isAfter(day)
                && (ended.isEmpty() || Jakarta.day(ended.getAsLong()).isAfter(day));
    }
}
