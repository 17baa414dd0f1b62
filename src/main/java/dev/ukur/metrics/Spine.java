package dev.ukur.metrics;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The periods of an answer, in order.
 *
 * @param cut how time is cut
 * @param period all days asked for
 * @param buckets its pieces, and before them the earlier periods they are compared with, if any
 */
record Spine(Cut cut, Period period, List<Bucket> buckets) {

    /** Keys of earlier periods lie that far back, so that they never meet those of the answer. The calendar repeats itself. */
    private static final int YEARS_APART = 1200;

    /**
     * One period of the answer.
     *
     * @param key when the whole period of the grain begins, even when the answer begins later
     * @param days those asked for; of an hour, the day it is in
     */
    record Bucket(LocalDateTime key, Period days) {}

    Spine {
        buckets = List.copyOf(buckets);
    }

    static Spine of(Cut cut, Period period) {
        return new Spine(cut, period, cut.buckets(period));
    }

    Grain grain() {
        return cut.grain();
    }

    /** Whether the periods are just the days asked for, one after the other. */
    boolean isEveryDay() {
        return cut.grain() == Grain.DAY
                && buckets.stream()
                        .map(bucket -> bucket.key().toLocalDate())
                        .toList()
                        .equals(period.first()
                                .datesUntil(period.last().plusDays(1))
                                .toList());
    }

    /** With the earlier periods that each is compared with. */
    Spine compared(Comparison comparison) {
        EarlierPeriods earlier = new EarlierPeriods(comparison, this);
        List<Bucket> both = new ArrayList<>();
        buckets.forEach(bucket -> both.add(new Bucket(earlierKey(bucket.key()), earlier.before(bucket))));
        both.addAll(buckets);
        return new Spine(cut, period, both);
    }

    /** The key of the earlier period that a period is compared with. */
    static LocalDateTime earlierKey(LocalDateTime key) {
        return key.minusYears(YEARS_APART);
    }

    boolean isEarlier(LocalDateTime key) {
        return key.isBefore(buckets.get(buckets.size() - 1).key().minusYears(YEARS_APART / 2));
    }

    /** Whether periods stand beside others, so that a row's own days do not tell its period. */
    boolean comparesPeriods() {
        return isEarlier(buckets.get(0).key());
    }

    /** All days looked at, earlier ones too. */
    Period reach() {
        LocalDate first = buckets.stream()
                .map(bucket -> bucket.days().first())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = buckets.stream()
                .map(bucket -> bucket.days().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Period(first, last);
    }
}
