package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.time.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeasonTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private final Season season = new Season(new Period(FIRST, LocalDate.of(2026, 11, 22)));

    @Test
    void twin_dates_are_the_last_four_of_a_year() {
        assertThat(season.twinDates())
                .containsExactly(
                        LocalDate.of(2025, 9, 9),
                        LocalDate.of(2025, 10, 10),
                        LocalDate.of(2025, 11, 11),
                        LocalDate.of(2025, 12, 12),
                        LocalDate.of(2026, 9, 9),
                        LocalDate.of(2026, 10, 10),
                        LocalDate.of(2026, 11, 11));
    }

    @Test
    void people_shop_before_lebaran_and_rest_during_it() {
        // three Tuesdays: an ordinary one, one near the end of the ramp, one in the holiday week
        double ordinary = season.web(LocalDate.of(2026, 2, 10));
        double ramp = season.web(LocalDate.of(2026, 3, 10));
        double holiday = season.web(LocalDate.of(2026, 3, 24));

        assertThat(ramp / ordinary).isBetween(1.55, 1.75);
        assertThat(holiday / ordinary).isBetween(0.48, 0.54);
    }

    @Test
    void payday_lifts_the_25th_over_the_24th() {
        // Thursday 24 and Friday 25 September 2026
        double lift = season.web(LocalDate.of(2026, 9, 25)) / season.web(LocalDate.of(2026, 9, 24));

        assertThat(lift).isCloseTo(1.18 * 0.93 / 0.95, within(0.002));
    }

    @Test
    void growth_is_the_stated_share_a_year() {
        // Mondays 52 weeks apart
        double growth = season.web(LocalDate.of(2026, 9, 14)) / season.web(LocalDate.of(2025, 9, 15));

        assertThat(growth).isCloseTo(1 + 0.22, within(0.005));
    }
}
