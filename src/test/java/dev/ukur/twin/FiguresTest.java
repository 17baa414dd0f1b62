package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void hundredths_are_printed_in_each_platforms_way() {
        assertThat(Figures.english(12_500_050)).isEqualTo("125,000.50");
        assertThat(Figures.indonesian(125_000_005)).isEqualTo("1.250.000,05");
        assertThat(Figures.plain(1_665_025)).isEqualTo("16650.25");
    }

    @Test
    void groups_begin_after_the_first_three_digits() {
        assertThat(Figures.grouped(0, '.')).isEqualTo("0");
        assertThat(Figures.grouped(999, '.')).isEqualTo("999");
        assertThat(Figures.grouped(1_000, '.')).isEqualTo("1.000");
        assertThat(Figures.grouped(1_234_567, ',')).isEqualTo("1,234,567");
    }

    @Test
    void percentages_are_rounded_half_up() {
        assertThat(Figures.percent(57, 1_234, 2)).isEqualTo("4.62%");
        assertThat(Figures.percent(1, 8, 1)).isEqualTo("12.5%");
        assertThat(Figures.percent(1, 16, 1)).isEqualTo("6.3%");
    }
}
