package dev.ukur.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }
}
