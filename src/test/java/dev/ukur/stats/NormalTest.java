package dev.ukur.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: R {@code pnorm} and {@code qnorm}; the last quantile from 40-digit arithmetic. */
class NormalTest {

    private final Normal standard = Normal.standard();

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.3085375387259869",
        "1, 0.1586552539314571",
        "2, 0.0227501319481792",
        "3, 0.0013498980316300933",
        "8, 6.22096057427174e-16",
        "20, 2.7536241186061556e-89",
    })
    void the_upper_tail_keeps_its_digits_far_out(double z, double tail) {
        assertThat(standard.atLeast(z)).isCloseTo(tail, Percentage.withPercentage(1e-9));
        assertThat(standard.atMost(-z)).isCloseTo(tail, Percentage.withPercentage(1e-9));
        assertThat(standard.atMost(z)).isCloseTo(1 - tail, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "0.1, -1.2815515655446004",
        "1e-9, -5.9978070150076865",
        "1e-300, -37.04709629936120",
    })
    void a_quantile_is_where_the_probability_is_reached(double p, double z) {
        assertThat(standard.quantile(p)).isCloseTo(z, within(1e-10));
        assertThat(new Normal(100, 15).quantile(p)).isCloseTo(100 + 15 * z, within(1e-8));
    }

    @Test
    void the_two_ways_of_computing_the_tail_meet_where_one_takes_over() {
        assertThat(standard.atLeast(2.5 - 1e-12)).isCloseTo(standard.atLeast(2.5), within(1e-13));
    }

    @Test
    void beyond_infinity_there_is_nothing() {
        assertThat(standard.atLeast(Double.POSITIVE_INFINITY)).isZero();
        assertThat(standard.atLeast(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(standard.atMost(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void without_spread_all_probability_lies_on_the_mean() {
        Normal point = new Normal(5, 0);

        assertThat(new double[] {point.atLeast(5), point.atMost(5), point.atLeast(5.1), point.quantile(0.9)})
                .containsExactly(1, 1, 0, 5);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.quantile(1));
    }
}
