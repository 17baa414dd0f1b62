package dev.ukur.time;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days that move Indonesian trade from year to year. Idulfitri wanders through the year by about eleven days, and
 * Ramadan, the holiday bonus and the journey home go with it.
 */
public final class BusinessCalendar {

    /** Ramadan, and the days until people are back. */
    private static final int DAYS_BEFORE = 30;

    private static final int DAYS_AFTER = 14;
    private static final int SAME_WEEKDAY = 364;
    private static final int LAST_COMPUTED_YEAR = 2060;
    private static final int SHAWWAL = 10;

    /**
     * First day of Idulfitri as in the yearly joint decrees of three ministers on public holidays (SKB 3 Menteri), 2000 to
     * 2026.
     */
    private static final String DECREED = """
            2000-01-08 2000-12-27 2001-12-16 2002-12-06 2003-11-25 2004-11-14
            2005-11-03 2006-10-24 2007-10-13 2008-10-01 2009-09-20 2010-09-10
            2011-08-30 2012-08-19 2013-08-08 2014-07-28 2015-07-17 2016-07-06
            2017-06-25 2018-06-15 2019-06-05 2020-05-24 2021-05-13 2022-05-02
            2023-04-22 2024-04-10 2025-03-31 2026-03-21
            """;

    private static final BusinessCalendar INDONESIA = new BusinessCalendar(decreed());

    private final TreeSet<LocalDate> idulfitri;

    private BusinessCalendar(List<LocalDate> decreed) {
        idulfitri = new TreeSet<>(decreed);
        int year = idulfitri.last().getYear() + 1;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() <= LAST_COMPUTED_YEAR; day = day.plusDays(1)) {
            HijrahDate hijri = HijrahDate.from(day);
            if (hijri.get(ChronoField.MONTH_OF_YEAR) == SHAWWAL && hijri.get(ChronoField.DAY_OF_MONTH) == 1) {
                idulfitri.add(day);
            }
        }
    }

    /** Official days from 2000 on; later than the last decree as the Umm al-Qura calendar has them. */
    public static BusinessCalendar indonesia() {
        return INDONESIA;
    }

    /** The first days of Idulfitri in a year: one, seldom two, in order. */
    public List<LocalDate> idulfitri(int year) {
        return idulfitri.stream().filter(day -> day.getYear() == year).toList();
    }

    /**
     * The comparable days of the year before, as many as there are: around Idulfitri those that lie just as far from the
     * Idulfitri before, else the same weekdays 52 weeks earlier.
     */
    public Period yearBefore(Period period) {
        long back = festival(period).map(this::distance).orElse((long) SAME_WEEKDAY);
        return new Period(period.first().minusDays(back), period.last().minusDays(back));
    }

    /** The Idulfitri whose season a period meets. */
    private Optional<LocalDate> festival(Period period) {
        return idulfitri.stream()
                .filter(day -> !period.last().isBefore(day.minusDays(DAYS_BEFORE))
                        && !period.first().isAfter(day.plusDays(DAYS_AFTER)))
                .filter(day -> idulfitri.lower(day) != null)
                .findFirst();
    }

    private long distance(LocalDate festival) {
        return ChronoUnit.DAYS.between(Objects.requireNonNull(idulfitri.lower(festival)), festival);
    }

    private static List<LocalDate> decreed() {
        return Arrays.stream(DECREED.strip().split("\\s+"))
                .map(LocalDate::parse)
                .toList();
    }
}
