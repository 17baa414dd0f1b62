package dev.ukur.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of whole days in the workspace's time zone, both ends included.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("period ends " + last + " before it starts " + first);
        }
    }

    /** How many days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Whether a day lies inside. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether another period lies inside, whole. */
    public boolean holds(Period other) {
        return holds(other.first) && holds(other.last);
    }

    /**
     * The pieces of this period cut by a grain, in order; the outer pieces may be cut short. {@code TOTAL} gives this
     * period itself.
     */
    public List<Period> cut(Grain grain) {
        if (grain == Grain.TOTAL) {
            return List.of(this);
        }
        List<Period> pieces = new ArrayList<>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            LocalDate end = grain.around(day).last();
            pieces.add(new Period(day, end.isAfter(last) ? last : end));
            day = end.plusDays(1);
        }
        return pieces;
    }

    /** The days of equal number just before this period. */
    public Period previous() {
        return new Period(first.minusDays(days()), first.minusDays(1));
    }

    /** {@code first..last} in ISO form. */
    @Override
    public String toString() {
        return first + ".." + last;
    }
}
