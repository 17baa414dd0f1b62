package dev.ukur;

import dev.ukur.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a workspace's data are.
 *
 * @param sources where data come from, the one that has been silent longest first
 * @param firstChannels how many customers have a known first channel; empty without orders
 * @param people what is known of people
 * @param storeBytes size of the database file
 * @param problems what somebody should look at
 */
public record Health(
        List<Source> sources,
        Optional<Coverage> firstChannels,
        People people,
        long storeBytes,
        List<Problem> problems) {

    /** The same, with more that somebody should look at. */
    Health warned(List<Problem> more) {
        return more.isEmpty()
                ? this
                : new Health(
                        sources,
                        firstChannels,
                        people,
                        storeBytes,
                        Stream.concat(problems.stream(), more.stream()).toList());
    }

    public Health {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /**
     * One kind of export of one account.
     *
     * @param profile that reads it
     * @param account it belongs to
     * @param lastLoad number of its newest load
     * @param loadedAt when that was
     * @param lastDay the newest day its rows speak of
     * @param daysAgo how many days ago that was
     * @param usualDays the usual step from one load's last day to the next, once three loads tell it
     * @param waiting rows in quarantine
     */
    public record Source(
            String profile,
            String account,
            long lastLoad,
            Instant loadedAt,
            Optional<LocalDate> lastDay,
            Optional<Long> daysAgo,
            Optional<Long> usualDays,
            long waiting) {

        /** Whether it has been silent for more than twice its usual step. */
        public boolean isLate() {
            return daysAgo.isPresent() && usualDays.isPresent() && daysAgo.get() > 2 * usualDays.get() + 1;
        }
    }

    /**
     * A share of new customers, with the interval in which it lies with 95 % confidence.
     *
     * @param customers new customers in all
     */
    public record Coverage(double share, double low, double high, long customers) {}

    /**
     * What is known of people.
     *
     * @param plain whether the workspace keeps their data in plain text
     * @param erased how many were erased
     * @param names how they go by
     */
    public record People(boolean plain, long erased, Names names) {}

    /**
     * Names on orders: an e-mail address in one account and a telephone number or user name in another may be one person's,
     * and nothing tells.
     *
     * @param customers different names
     * @param twiceAtMost the most of them that can be second names of people whom the account with most customers knows
     */
    public record Names(long customers, long twiceAtMost) {}
}
