package dev.ukur.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The shop's wall clock. Moments are milliseconds since 1970 in UTC; Jakarta is seven hours ahead all year. */
final class Jakarta {

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private Jakarta() {}

    /** The moment a local day begins. */
    static long midnight(LocalDate day) {
        return day.toEpochDay() * DAY - 7 * HOUR;
    }

    /** The local day of a moment. */
    static LocalDate day(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment + 7 * HOUR, DAY));
    }

    /** The local month of a moment. */
    static YearMonth month(long moment) {
        return YearMonth.from(day(moment));
    }

    /** Date and time on the wall, to the second. */
    static LocalDateTime wall(long moment) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(moment, SECOND), 0, OFFSET);
    }

    /** Date and time in UTC, to the second. */
    static LocalDateTime utc(long moment) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(Math.floorDiv(moment, SECOND)), ZoneOffset.UTC);
    }
}
