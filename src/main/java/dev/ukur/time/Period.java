package dev.ukur.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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

    /** The days that lie in this and in another period; empty when there are none. */
    public Optional<Period> common(Period other) {
        LocalDate from = first.isBefore(other.first) ? other.first : first;
        LocalDate to = last.isAfter(other.last) ? other.last : last;
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
    }

    /** The shortest period that holds this and another one. */
    public Period spanning(Period other) {
        return new Period(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    /** The pieces of this period cut by a grain of the civil calendar, as {@link FiscalCalendar#cut}. */
    public List<Period> cut(Grain grain) {
        return FiscalCalendar.CIVIL.cut(this, grain);
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
