package dev.ukur.stats.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The forecasts among which a KPI's is chosen: seasonal naive, simple smoothing, damped trend, Theta and Holt-Winters, each
 * with a few weights. A season takes part once two whole ones are known.
 */
final class Family {

    /**
     * A member.
     *
     * @param name of the method, without its weights
     * @param prior how likely it is before anything is seen, beside the others
     * @param begin a fresh one
     */
    record Member(String name, double prior, Supplier<Follower> begin) {

        private static Member of(String name, Supplier<Follower> begin) {
            return new Member(name, 1, begin);
        }
    }

    /** A series may as well wander as come back: what only remembers weighs about as much as all that smooths. */
    private static final double MEMORY = 12;

    private Family() {}

    static List<Member> of(int period, int known) {
        List<Member> members = new ArrayList<>();
        members.add(new Member("naive", MEMORY, () -> new SeasonalMemory(1)));
        for (double alpha : new double[] {0.1, 0.2, 0.35, 0.5, 0.7}) {
            members.add(Member.of("simple smoothing", () -> DampedTrend.simple(alpha)));
        }
        for (double alpha : new double[] {0.2, 0.5}) {
            members.add(Member.of("damped trend", () -> new DampedTrend(alpha, alpha / 5, 0.9)));
            members.add(Member.of("Theta", () -> new ThetaTrend(alpha)));
        }
        if (period > 1 && known >= 2 * period) {
            members.add(new Member("seasonal naive", MEMORY, () -> new SeasonalMemory(period)));
            for (double alpha : new double[] {0.1, 0.3, 0.6}) {
                members.add(Member.of("Holt-Winters", () -> new SeasonalTrend(period, alpha, alpha / 10, 0.2)));
            }
        }
        return members;
    }
}
