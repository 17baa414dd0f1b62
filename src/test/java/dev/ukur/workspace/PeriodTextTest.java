package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "2026-01-01..2026-06-30, 2026-01-01, 2026-06-30",
        "2025-11..2026-02, 2025-11-01, 2026-02-28",
        "2025-Q3..2026, 2025-07-01, 2026-12-31",
    })
    void a_period_runs_from_the_first_day_of_its_first_part_to_the_last_day_of_its_last(
            String text, LocalDate first, LocalDate last) {
        assertThat(PeriodText.parse(text)).contains(new Period(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-Q5",
                "2026-13",
                "2023-02-29",
                "2026-1",
                "01/2026",
                "2026-01-01..",
                "..2026",
                "2026-06-30..2026-01-01",
                "2026-01..2026-02..2026-03",
                "Januari 2026"
            })
    void anything_else_is_no_period(String text) {
        assertThat(PeriodText.parse(text)).isEmpty();
    }

    @Test
    void blanks_around_the_dots_do_not_matter() {
        assertThat(PeriodText.parse(" 2026-01 .. 2026-02 "))
                .contains(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28)));
    }
}
