package dev.ukur.metrics;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far back: by a length of time, or by one period of the answer.
 *
 * @param length empty for one period of the answer
 */
record Offset(Optional<java.time.Period> length) {

    /** One period of the answer; where time is not cut, as many days. */
    static final Offset PREVIOUS = new Offset(Optional.empty());

    static Offset by(java.time.Period length) {
        return new Offset(Optional.of(length));
    }

    /**
     * The earlier days. A whole month leads to a whole month, and a month begun to as many days of the earlier one: both
     * ends are moved, the last one as the day after it.
     */
    Period before(Period period, Grain grain) {
        return length.or(() -> step(grain)).map(back -> back(period, back)).orElseGet(period::previous);
    }

    static Period back(Period period, java.time.Period length) {
        LocalDate first = period.first().minus(length);
        LocalDate last = period.last().plusDays(1).minus(length).minusDays(1);
        return new Period(first, last.isBefore(first) ? first : last);
    }

    /** The length of one period of a grain; hours and a total have none. */
    static Optional<java.time.Period> step(Grain grain) {
        return switch (grain) {
            case DAY -> Optional.of(java.time.Period.ofDays(1));
            case WEEK -> Optional.of(java.time.Period.ofWeeks(1));
            case MONTH -> Optional.of(java.time.Period.ofMonths(1));
            case QUARTER -> Optional.of(java.time.Period.ofMonths(3));
            case YEAR -> Optional.of(java.time.Period.ofYears(1));
            case HOUR, TOTAL -> Optional.empty();
        };
    }
}
