package dev.ukur.twin;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums of one metric by month: in all, and by the members of some dimensions. Money is in hundredths. */
final class Counts {

    private final boolean money;
    private final Map<YearMonth, Long> total = new HashMap<>();
    private final Map<String, Map<YearMonth, Map<String, Long>>> cuts = new TreeMap<>();

    Counts(boolean money) {
        this.money = money;
    }

    boolean money() {
        return money;
    }

    /** Adds to the total of a month. */
    Counts add(YearMonth month, long amount) {
        total.merge(month, amount, Long::sum);
        return this;
    }

    /** Adds to a member of a dimension in a month. */
    Counts cut(YearMonth month, String dimension, String member, long amount) {
        cuts.computeIfAbsent(dimension, ignored -> new HashMap<>())
                .computeIfAbsent(month, ignored -> new HashMap<>())
                .merge(member, amount, Long::sum);
        return this;
    }

    /** The sum of a month, 0 when nothing happened. */
    long total(YearMonth month) {
        return total.getOrDefault(month, 0L);
    }

    /** Dimension to month to member to sum. */
    Map<String, Map<YearMonth, Map<String, Long>>> cuts() {
        return cuts;
    }
}
