package dev.ukur.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalCalendarTest {

    /** 2026-11-22 is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "MONDAY, 2026-11-22, 2026-11-16",
        "MONDAY, 2026-11-23, 2026-11-23",
        "SUNDAY, 2026-11-22, 2026-11-22",
        "SUNDAY, 2026-11-28, 2026-11-22",
        "SUNDAY, 2026-01-01, 2025-12-28"
    })
    void a_week_is_seven_days_from_its_first_weekday(DayOfWeek start, LocalDate day, LocalDate first) {
        FiscalCalendar calendar = new FiscalCalendar(start, Month.JANUARY);
        assertThat(calendar.around(Grain.WEEK, day)).isEqualTo(new Period(first, first.plusDays(6)));
    }

    @ParameterizedTest
    @CsvSource({
        "JANUARY, 2026-05-31, 2026-04-01..2026-06-30, 2026-01-01..2026-12-31",
        "APRIL, 2026-03-31, 2026-01-01..2026-03-31, 2025-04-01..2026-03-31",
        "APRIL, 2026-04-01, 2026-04-01..2026-06-30, 2026-04-01..2027-03-31",
        "FEBRUARY, 2026-01-31, 2025-11-01..2026-01-31, 2025-02-01..2026-01-31",
        "FEBRUARY, 2026-05-31, 2026-05-01..2026-07-31, 2026-02-01..2027-01-31",
        "MARCH, 2024-02-29, 2023-12-01..2024-02-29, 2023-03-01..2024-02-29",
        "DECEMBER, 2026-12-01, 2026-12-01..2027-02-28, 2026-12-01..2027-11-30"
    })
    void quarters_and_years_begin_with_the_fiscal_year(Month start, LocalDate day, String quarter, String year) {
        FiscalCalendar calendar = new FiscalCalendar(DayOfWeek.MONDAY, start);
        assertThat(calendar.around(Grain.QUARTER, day)).hasToString(quarter);
        assertThat(calendar.around(Grain.YEAR, day)).hasToString(year);
    }

    @Test
    void days_are_cut_into_whole_pieces_and_short_ones_at_the_ends() {
        FiscalCalendar calendar = new FiscalCalendar(DayOfWeek.SUNDAY, Month.APRIL);
        Period days = new Period(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 4, 12));
        assertThat(calendar.cut(days, Grain.YEAR))
                .extracting(Period::toString)
                .containsExactly("2026-03-30..2026-03-31", "2026-04-01..2026-04-12");
        assertThat(calendar.cut(days, Grain.WEEK))
                .extracting(Period::toString)
                .containsExactly("2026-03-30..2026-04-04", "2026-04-05..2026-04-11", "2026-04-12..2026-04-12");
        assertThat(calendar.cut(days, Grain.TOTAL)).containsExactly(days);
    }
}
