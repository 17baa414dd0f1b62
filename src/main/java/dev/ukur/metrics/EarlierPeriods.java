package dev.ukur.metrics;

import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.Optional;

/** Which earlier days each period of an answer is compared with. */
final class EarlierPeriods {

    private static final java.time.Period YEAR = java.time.Period.ofYears(1);
    private static final int WEEKS_OF_A_YEAR = 52;

    private final Comparison comparison;
    private final Spine spine;

    EarlierPeriods(Comparison comparison, Spine spine) {
        this.comparison = comparison;
        this.spine = spine;
    }

    Period before(Spine.Bucket bucket) {
        return switch (comparison) {
            case PREVIOUS -> previous(bucket.days());
            case LAST_YEAR -> lastYear(bucket.days());
            case HOLIDAY -> BusinessCalendar.indonesia().yearBefore(bucket.days());
        };
    }

    /** As many periods back as the answer has; where time is not cut, as many days. */
    private Period previous(Period days) {
        if (spine.cut().isByHour()) {
            return Offset.back(
                    days, java.time.Period.ofDays((int) spine.period().days()));
        }
        int steps = spine.buckets().size();
        Optional<java.time.Period> step = Offset.step(spine.grain());
        return step.map(one -> Offset.back(days, one.multipliedBy(steps))).orElseGet(days::previous);
    }

    /** Whole months with whole months, anything else with the same weekdays. */
    private Period lastYear(Period days) {
        boolean wholeMonths =
                days.first().getDayOfMonth() == 1 && days.last().plusDays(1).getDayOfMonth() == 1;
        boolean calendar =
                spine.grain() == Grain.MONTH || spine.grain() == Grain.QUARTER || spine.grain() == Grain.YEAR;
        return wholeMonths || calendar
                ? Offset.back(days, YEAR)
                : Offset.back(days, java.time.Period.ofWeeks(WEEKS_OF_A_YEAR));
    }
}
