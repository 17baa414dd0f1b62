package dev.ukur.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.TradingDay.Push;
import dev.ukur.time.TradingDay.Rest;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = BusinessCalendar.indonesia();

    @Test
    void years_without_a_decree_follow_the_lunar_calendar() {
        // 354 or 355 days a lunar year after 21 March 2026
        assertThat(calendar.idulfitri(2027))
                .singleElement()
                .satisfies(day -> assertThat(day).isBetween(LocalDate.of(2027, 3, 9), LocalDate.of(2027, 3, 11)));
        assertThat(calendar.idulfitri(2033)).hasSize(2);
    }

    @Test
    void days_around_idulfitri_are_compared_with_days_as_far_from_the_one_before() {
        // 21 March 2026 and 31 March 2025 are first days; the week before, and the tenth day after
        assertThat(calendar.yearBefore(period("2026-03-14", "2026-03-20")))
                .isEqualTo(period("2025-03-24", "2025-03-30"));
        assertThat(calendar.yearBefore(period("2026-03-31", "2026-03-31")))
                .isEqualTo(period("2025-04-10", "2025-04-10"));
    }

    @Test
    void other_days_are_compared_with_the_same_weekday_of_52_weeks_ago() {
        Period before = calendar.yearBefore(period("2026-11-02", "2026-11-08"));
        assertThat(before).isEqualTo(period("2025-11-03", "2025-11-09"));
        assertThat(before.first().getDayOfWeek())
                .isEqualTo(LocalDate.of(2026, 11, 2).getDayOfWeek());
    }

    /** 25 October 2026 is a Sunday; 25 December a holiday and 24 December joint leave; 25 March lies in the Idulfitri leave. */
    @Test
    void payday_is_the_25th_or_the_last_working_day_before_it() {
        assertThat(calendar.payday(YearMonth.of(2026, 11))).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(calendar.payday(YearMonth.of(2026, 10))).isEqualTo(LocalDate.of(2026, 10, 23));
        assertThat(calendar.payday(YearMonth.of(2026, 12))).isEqualTo(LocalDate.of(2026, 12, 23));
    }

    @Test
    void each_day_tells_what_is_known_of_it_beforehand() {
        assertThat(day("2026-09-09").push()).isEqualTo(Push.TWIN_DATE);
        assertThat(day("2026-11-24").push()).isEqualTo(Push.NONE);
        assertThat(day("2026-11-25").push()).isEqualTo(Push.PAYDAY);
        assertThat(day("2026-12-01").push()).isEqualTo(Push.PAYDAY);
        assertThat(day("2026-12-02").push()).isEqualTo(Push.NONE);
        assertThat(day("2024-04-08").rest()).isEqualTo(Rest.OFFICES);
        assertThat(day("2024-04-10").rest()).isEqualTo(Rest.EVERYBODY);
        assertThat(day("2024-04-13").rest()).isEqualTo(Rest.NOBODY);
    }

    /** The first day of Idulfitri 2024 was 10 April; Ramadan began on 12 March. */
    @Test
    void the_weeks_around_idulfitri_have_their_own_names() {
        assertThat(day("2024-03-10").season()).isEqualTo(FestivalSeason.NONE);
        assertThat(day("2024-03-12").season()).isEqualTo(FestivalSeason.FASTING);
        assertThat(day("2024-03-27").season()).isEqualTo(FestivalSeason.BONUS);
        assertThat(day("2024-04-09").season()).isEqualTo(FestivalSeason.EVE);
        assertThat(day("2024-04-10").season()).isEqualTo(FestivalSeason.FEAST);
        assertThat(day("2024-04-17").season()).isEqualTo(FestivalSeason.RETURN);
        assertThat(day("2024-04-25").season()).isEqualTo(FestivalSeason.NONE);
    }

    /** The feast of 1999 was on 19 January by every calendar; the next was decreed for 8 January 2000. */
    @Test
    void every_year_can_be_aligned_also_before_the_first_and_after_the_last_decree() {
        assertThat(calendar.idulfitri(1999)).containsExactly(LocalDate.of(1999, 1, 19));
        assertThat(calendar.isDecreed(1999)).isFalse();
        assertThat(calendar.isDecreed(2026)).isTrue();
        for (int year = 1890; year < 2170; year++) {
            for (LocalDate feast : calendar.idulfitri(year)) {
                LocalDate before = calendar.yearBefore(new Period(feast, feast)).first();
                assertThat(java.time.temporal.ChronoUnit.DAYS.between(before, feast))
                        .as(feast.toString())
                        .isBetween(353L, 356L);
                assertThat(calendar.day(before).season()).isEqualTo(FestivalSeason.FEAST);
            }
        }
    }

    @Test
    void a_year_without_a_decree_has_the_holidays_that_can_be_computed() {
        assertThat(calendar.holidays(Grain.YEAR.around(LocalDate.of(2030, 5, 1))))
                .extracting(Holiday::festival)
                .contains(Festival.INDEPENDENCE, Festival.CHRISTMAS, Festival.IDULFITRI, Festival.IDUL_ADHA)
                .doesNotContain(Festival.NYEPI);
        assertThat(day("2030-08-17").rest()).isEqualTo(Rest.EVERYBODY);
    }

    private TradingDay day(String day) {
        return calendar.day(LocalDate.parse(day));
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }
}
