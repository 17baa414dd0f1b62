package dev.ukur.insights.customers;

import dev.ukur.insights.Rate;
import java.util.Collection;
import java.util.function.IntPredicate;

/** How many of those who came first in a period came again in the ones after it. */
final class CohortCounts {

    private final CohortPeriods periods;
    private final long[][] came;

    CohortCounts(CohortPeriods periods) {
        this.periods = periods;
        this.came = new long[periods.size()][periods.size()];
    }

    /** Several counts of other people together. */
    static CohortCounts sum(CohortPeriods periods, Collection<CohortCounts> parts) {
        CohortCounts sum = new CohortCounts(periods);
        for (CohortCounts part : parts) {
            for (int cohort = 0; cohort < periods.size(); cohort++) {
                for (int later = 0; cohort + later < periods.size(); later++) {
                    sum.add(cohort, later, part.came[cohort][later]);
                }
            }
        }
        return sum;
    }

    /**
     * Counts some people of one cohort.
     *
     * @param later how many periods after their first they came; 0 the first itself
     */
    void add(int cohort, int later, long people) {
        came[cohort][later] += people;
    }

    long newcomers(int cohort) {
        return came[cohort][0];
    }

    /** Who came in a later period, of all of a cohort. */
    Rate came(int cohort, int later) {
        return new Rate(came[cohort][later], came[cohort][0]);
    }

    /** The same of some cohorts together, of those only whose later period is over. */
    Rate came(int later, IntPredicate cohorts) {
        long hits = 0;
        long of = 0;
        for (int cohort = 0; cohort + later < periods.size(); cohort++) {
            if (periods.isOver(cohort + later) && cohorts.test(cohort)) {
                hits += came[cohort][later];
                of += came[cohort][0];
            }
        }
        return new Rate(hits, of);
    }

    /** The same of all cohorts together. */
    Rate came(int later) {
        return came(later, cohort -> true);
    }
}
