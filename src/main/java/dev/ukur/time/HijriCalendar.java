package dev.ukur.time;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days of the Islamic year as the Umm al-Qura calendar has them, 1300 to 1600 AH (1882 to 2174). Indonesia sights the moon
 * and may be a day later: where a decree exists, it counts.
 */
public final class HijriCalendar {

    /** The month of fasting. */
    public static final int RAMADAN = 9;

    /** Its first day is Idulfitri. */
    public static final int SHAWWAL = 10;

    /** Its tenth day is Idul Adha. */
    public static final int DHUL_HIJJA = 12;

    private static final int LAST_YEAR = 1600;

    private HijriCalendar() {}

    /**
     * The day of a date of the Islamic year.
     *
     * @param year 1300 to 1600
     * @throws java.time.DateTimeException when there is no such date, or the calendar does not go so far
     */
    public static LocalDate day(int year, int month, int dayOfMonth) {
        return LocalDate.from(HijrahDate.of(year, month, dayOfMonth));
    }

    /** The Islamic year of a day, from 1883 to 2173. */
    public static int year(LocalDate day) {
        return HijrahDate.from(day).get(ChronoField.YEAR);
    }

    /** On which days of a common year a date of the Islamic year falls: one, seldom two, in order. */
    public static List<LocalDate> in(int commonYear, int month, int dayOfMonth) {
        int first = year(LocalDate.of(commonYear, 1, 1));
        return IntStream.rangeClosed(first, Math.min(first + 2, LAST_YEAR))
                .boxed()
                .flatMap(year -> Stream.of(day(year, month, dayOfMonth)))
                .filter(day -> day.getYear() == commonYear)
                .toList();
    }
}
