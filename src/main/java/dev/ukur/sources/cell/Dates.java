package dev.ukur.sources.cell;

import dev.ukur.time.Period;
import java.time.LocalDate;

/**
 * Reads dates and times as exports write them: ISO, {@code 2026/09/01}, {@code 20260901}, month names in English,
 * Indonesian, German and French, access-log times, and numeric dates in the given {@link DateOrder}. Two-digit years
 * are refused. A weekday in front is passed over. Immutable, thread-safe.
 */
public final class Dates {

    /** Refuses numeric dates whose order matters ({@code 01/09/2026}, even {@code 25/12/2026}; not {@code 05/05/2026}). */
    public static Dates withoutOrder() {
        throw new UnsupportedOperationException();
    }

    /** Reads numeric dates in one order. */
    public static Dates in(DateOrder order) {
        throw new UnsupportedOperationException();
    }

    /** The same with these null markers. */
    public Dates withNulls(NullMarkers markers) {
        throw new UnsupportedOperationException();
    }

    /** A day. A time without offset gives its day; one with an offset is rejected, for its day depends on the zone: use {@link #moment}. */
    public CellResult<LocalDate> date(String text) {
        throw new UnsupportedOperationException();
    }

    /** A point in time; a date alone is its midnight. */
    public CellResult<Moment> moment(String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * A run of days: {@code September 1, 2026 - September 3, 2026}, {@code 2009-12-28,2010-01-03}, or one day. Without
     * an order, numeric dates are read when one of the two ends shows it.
     */
    public CellResult<Period> range(String text) {
        throw new UnsupportedOperationException();
    }
}
