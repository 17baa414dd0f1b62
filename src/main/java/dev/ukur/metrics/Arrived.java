package dev.ukur.metrics;

import dev.ukur.stats.survival.ArrivalCurve;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a measure that arrives late is there already.
 *
 * @param curve by the age of a day
 * @param rows that may be followed, by day
 * @param until last day told
 */
record Arrived(ArrivalCurve curve, Map<LocalDate, Long> rows, LocalDate until) {

    /** A day is mature when this share has arrived. */
    static final double ENOUGH = 0.95;

    Arrived {
        rows = Map.copyOf(rows);
    }

    /** The first day that is not mature; empty when all are. */
    Optional<LocalDate> immatureFrom() {
        int age = curve.age(ENOUGH);
        return age == 0 ? Optional.empty() : Optional.of(until.minusDays(age - 1L));
    }

    /** The days that are not mature. */
    Optional<Period> immature() {
        return immatureFrom().map(first -> new Period(first, until));
    }

    /** The share that has arrived of some days, each weighing as many as its rows; empty when there are none. */
    Optional<ArrivalCurve.Share> of(Period days) {
        double all = 0;
        double value = 0;
        double low = 0;
        double high = 0;
        LocalDate last = days.last().isAfter(until) ? until : days.last();
        for (LocalDate day = days.first(); !day.isAfter(last); day = day.plusDays(1)) {
            long weight = rows.getOrDefault(day, 0L);
            if (weight > 0) {
                ArrivalCurve.Share share = curve.at((int) ChronoUnit.DAYS.between(day, until));
                all += weight;
                value += weight * share.value();
                low += weight * share.low();
                high += weight * share.high();
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(new ArrivalCurve.Share(value / all, low / all, high / all));
    }
}
