package dev.ukur.insights.customers;

import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Customers and what they paid, by the period of the first purchase and periods since. */
record Purchases(Buyers buyers, CohortPeriods periods) {

    Purchases(Buyers buyers, Grain grain, FiscalCalendar calendar) {
        this(buyers, CohortPeriods.of(days(buyers), grain, calendar));
    }

    private static Period days(Buyers buyers) {
        LocalDate first = buyers.all().stream()
                .map(Buyer::first)
                .min(LocalDate::compareTo)
                .orElse(buyers.until());
        return new Period(first, buyers.until());
    }

    /** Some of them by the periods in which they bought. */
    CohortCounts kept(List<Buyer> some) {
        CohortCounts counts = new CohortCounts(periods);
        for (Buyer buyer : some) {
            int cohort = periods.index(buyer.first());
            if (cohort >= 0) {
                buyer.days().stream()
                        .mapToInt(periods::index)
                        .distinct()
                        .forEach(period -> counts.add(cohort, period - cohort, 1));
            }
        }
        return counts;
    }

    /** The same of each audience, the largest first. */
    Map<String, CohortCounts> keptByAudience() {
        Map<String, CohortCounts> counts = new LinkedHashMap<>();
        buyers.audiences().stream()
                .sorted(Comparator.comparingInt(name -> -buyers.of(name).size()))
                .forEach(name -> counts.put(name, kept(buyers.of(name))));
        return counts;
    }

    /** What some of them paid, by cohort and periods since. */
    double[][] paid(List<Buyer> some) {
        double[][] paid = new double[periods.size()][periods.size()];
        for (Buyer buyer : some) {
            int cohort = periods.index(buyer.first());
            for (int i = 0; cohort >= 0 && i < buyer.days().size(); i++) {
                paid[cohort][periods.index(buyer.days().get(i)) - cohort] +=
                        buyer.paid().get(i);
            }
        }
        return paid;
    }
}
