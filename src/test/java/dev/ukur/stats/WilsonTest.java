package dev.ukur.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** Newcombe 1998, Statistics in Medicine 17:857, Table I, method 3: published to four places. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the_ends_equal_the_published_table(double successes, double trials, double low, double high) {
        Interval interval = Wilson.interval(successes, trials).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void the_normal_quantile_is_taken_to_six_places() {
        Interval interval = Wilson.interval(81, 263).orElseThrow();
        assertThat(interval.low()).isCloseTo(0.2552885198782742, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.36620957698280004, within(1e-9));
    }

    @Test
    void an_interval_always_holds_its_share_and_stays_within_nought_and_one() {
        for (int trials = 1; trials <= 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Interval interval = Wilson.interval(successes, trials).orElseThrow();
                assertThat((double) successes / trials).isBetween(interval.low(), interval.high());
                assertThat(interval.low()).isGreaterThanOrEqualTo(0);
                assertThat(interval.high()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void what_is_no_proportion_has_no_interval() {
        assertThat(Wilson.interval(0, 0)).isEmpty();
        assertThat(Wilson.interval(3, 2)).isEmpty();
        assertThat(Wilson.interval(-1, 2)).isEmpty();
        assertThat(Wilson.interval(Double.NaN, 2)).isEqualTo(Optional.empty());
    }
}
