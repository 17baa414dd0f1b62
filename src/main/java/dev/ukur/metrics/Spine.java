package dev.ukur.metrics;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * The periods of an answer, in order.
 *
 * @param grain how time is cut
 * @param period all days asked for
 * @param buckets its pieces
 */
record Spine(Grain grain, Period period, List<Bucket> buckets) {

    /**
     * One period of the answer.
     *
     * @param key first day of the whole period of the grain, even when the answer begins later
     * @param days those asked for
     */
    record Bucket(LocalDate key, Period days) {}

    Spine {
        buckets = List.copyOf(buckets);
    }

    static Spine of(Grain grain, Period period) {
        List<Bucket> buckets = period.cut(grain).stream()
                .map(days -> new Bucket(
                        grain == Grain.TOTAL
                                ? days.first()
                                : grain.around(days.first()).first(),
                        days))
                .toList();
        return new Spine(grain, period, buckets);
    }

    /** Whether the periods are just the days asked for, one after the other. */
    boolean isEveryDay() {
        return grain == Grain.DAY
                && buckets.stream()
                        .map(Bucket::key)
                        .toList()
                        .equals(period.first()
                                .datesUntil(period.last().plusDays(1))
                                .toList());
    }
}
