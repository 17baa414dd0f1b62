package dev.ukur.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * How a workspace cuts time: on which day its weeks begin, and in which month its years, whose quarters are three months
 * each from there.
 *
 * @param weekStart first day of a week
 * @param yearStart month of which the first day begins a year
 */
public record FiscalCalendar(DayOfWeek weekStart, Month yearStart) {

    /** Weeks from Monday, years from January. */
    public static final FiscalCalendar CIVIL = new FiscalCalendar(DayOfWeek.MONDAY, Month.JANUARY);

    private static final int MONTHS_OF_A_QUARTER = 3;

    /**
     * The whole period of a grain that holds a day; of hours, the day they are in.
     *
     * @throws IllegalStateException for {@code TOTAL}, which has no period of its own
     */
    public Period around(Grain grain, LocalDate day) {
        LocalDate first = start(grain, day);
        return switch (grain) {
            case HOUR, DAY -> new Period(first, first);
            case WEEK -> new Period(first, first.plusDays(6));
            case MONTH -> new Period(first, first.plusMonths(1).minusDays(1));
            case QUARTER ->
                new Period(first, first.plusMonths(MONTHS_OF_A_QUARTER).minusDays(1));
            case YEAR -> new Period(first, first.plusYears(1).minusDays(1));
            case TOTAL -> throw new IllegalStateException("a total has no period of its own");
        };
    }

    /**
     * The pieces of a period cut by a grain, in order; the outer pieces may be cut short. {@code TOTAL} gives the period
     * itself.
     */
    public List<Period> cut(Period period, Grain grain) {
        if (grain == Grain.TOTAL) {
            return List.of(period);
        }
        List<Period> pieces = new ArrayList<>();
        LocalDate day = period.first();
        while (!day.isAfter(period.last())) {
            LocalDate end = around(grain, day).last();
            pieces.add(new Period(day, end.isAfter(period.last()) ? period.last() : end));
            day = end.plusDays(1);
        }
        return pieces;
    }

    /** How many months a year of this calendar begins after January, 0 to 11. */
    public int monthsAfterJanuary() {
        return yearStart.getValue() - 1;
    }

    /** How many days a week of this calendar begins before Monday, 0 to 6. */
    public int daysBeforeMonday() {
        return (DayOfWeek.MONDAY.getValue() - weekStart.getValue() + 7) % 7;
    }

    private LocalDate start(Grain grain, LocalDate day) {
        LocalDate shifted = day.withDayOfMonth(1).minusMonths(monthsAfterJanuary());
        return switch (grain) {
            case HOUR, DAY, TOTAL -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((shifted.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
            case YEAR -> day.withDayOfMonth(1).minusMonths(shifted.getMonthValue() - 1);
        };
    }
}
