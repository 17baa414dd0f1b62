package dev.ukur.sources.cell;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as exports write them: ISO, {@code 2026/09/01}, {@code 20260901}, month names in English,
 * Indonesian, German and French, access-log times, and numeric dates in the given {@link DateOrder}. Years have four
 * digits, 1900 to 2199. A weekday in front is passed over. Zone words are read where they mean one offset: UTC, GMT,
 * WIB, WITA, WIT. Immutable, thread-safe.
 */
public final class Dates {

    private final @Nullable DateOrder order;
    private final NullMarkers nulls;

    private Dates(@Nullable DateOrder order, NullMarkers nulls) {
        this.order = order;
        this.nulls = nulls;
    }

    /** Refuses numeric dates whose order matters ({@code 01/09/2026}, even {@code 25/12/2026}; not {@code 05/05/2026}). */
    public static Dates withoutOrder() {
        return new Dates(null, NullMarkers.none());
    }

    /** Reads numeric dates in one order. */
    public static Dates in(DateOrder order) {
        return new Dates(order, NullMarkers.none());
    }

    /** The same with these null markers. */
    public Dates withNulls(NullMarkers markers) {
        return new Dates(order, markers);
    }

    /**
     * A day. A time without offset gives its day; one with an offset is rejected, for its day depends on the zone: use
     * {@link #moment}.
     */
    public CellResult<LocalDate> date(String text) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        DateText parts = DateText.of(text);
        if (parts == null || (parts.clock() != null && parts.clock().offset() != null)) {
            return bad();
        }
        LocalDate day = parts.in(order);
        return day == null ? bad() : CellResult.of(day);
    }

    /** A point in time; a date alone is its midnight. */
    public CellResult<Moment> moment(String text) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        DateText parts = DateText.of(text);
        LocalDate day = parts == null ? null : parts.in(order);
        if (parts == null || day == null) {
            return bad();
        }
        return CellResult.of(momentOf(day, parts.clock()));
    }

    /**
     * A run of days: {@code September 1, 2026 - September 3, 2026}, {@code 2009-12-28,2010-01-03}, or one day. Without
     * an order, numeric dates are read when one of the two ends shows it.
     */
    public CellResult<Period> range(String text) {
        if (nulls.matches(text)) {
            return CellResult.nothing();
        }
        Period days = DateRange.of(text, order);
        return days == null ? bad() : CellResult.of(days);
    }

    private static Moment momentOf(LocalDate day, @Nullable ClockTime clock) {
        if (clock == null) {
            return new Moment.Local(day.atStartOfDay());
        }
        ZoneOffset offset = clock.offset();
        return offset == null
                ? new Moment.Local(day.atTime(clock.time()))
                : new Moment.Offset(OffsetDateTime.of(day, clock.time(), offset));
    }

    private static <T> CellResult<T> bad() {
        return CellResult.rejected(Reject.BAD_OR_AMBIGUOUS_DATE);
    }
}
