package dev.ukur.insights.customers;

import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * The periods in which people came first and again.
 *
 * @param all whole ones, in order, each the day after the one before
 * @param until the last day that is known
 */
record CohortPeriods(List<Period> all, LocalDate until) {

    /** So many are shown after the first. */
    private static final int MOST = 12;

    CohortPeriods {
        all = List.copyOf(all);
    }

    /** The last periods of some days. */
    static CohortPeriods of(Period days, Grain grain, FiscalCalendar calendar) {
        List<Period> whole = calendar.cut(days, grain).stream()
                .map(part -> calendar.around(grain, part.first()))
                .toList();
        return new CohortPeriods(whole.subList(Math.max(0, whole.size() - MOST - 1), whole.size()), days.last());
    }

    int size() {
        return all.size();
    }

    /** The most periods that can lie after a first one. */
    int after() {
        return all.size() - 1;
    }

    /** The place of the period that holds a day; -1 before them all. */
    int index(LocalDate day) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).holds(day)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a period has ended, so that whoever was to come has come. */
    boolean isOver(int index) {
        return index < all.size() && !all.get(index).last().isAfter(until);
    }
}
