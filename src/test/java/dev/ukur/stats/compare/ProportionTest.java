package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Newcombe 1998, Statistics in Medicine 17:857, Table I, methods 4 and 5: published to four places. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2535, 0.3682, 0.2527, 0.3676",
        "15, 148, 0.0598, 0.1644, 0.0578, 0.1617",
        "0, 20, 0, 0.2005, 0, 0.1684",
        "1, 29, 0.0018, 0.1963, 0.0009, 0.1776",
    })
    void continuity_and_exact_ends_equal_the_published_table(
            double successes, double trials, double low, double high, double exactLow, double exactHigh) {
        Proportion proportion = new Proportion(successes, trials);

        ends(proportion.wilsonWithContinuity(), low, high);
        ends(proportion.clopperPearson(), exactLow, exactHigh);
    }

    @Test
    void the_exact_ends_have_closed_forms_without_successes_and_without_failures() {
        assertThat(new Proportion(0, 20).clopperPearson().high()).isCloseTo(1 - Math.pow(0.025, 0.05), within(1e-12));
        assertThat(new Proportion(20, 20).clopperPearson().low()).isCloseTo(Math.pow(0.025, 0.05), within(1e-12));
    }

    @Test
    void agresti_and_coull_add_half_a_square_of_z_to_both_sides() {
        // z² = 3.841459; (10 + 1.9207) / (20 + 3.8415) = 0.5, so the interval is 0.5 ± z √(0.25 / 23.841459).
        ends(new Proportion(10, 20).agrestiCoull(), 0.2993, 0.7007);
    }

    @Test
    void jeffreys_ends_at_nought_without_successes_and_at_one_without_failures() {
        assertThat(new Proportion(0, 20).jeffreys().low()).isZero();
        assertThat(new Proportion(20, 20).jeffreys().high()).isEqualTo(1);
        // Turned round: what fails instead of succeeding has the mirrored interval.
        Interval few = new Proportion(3, 40).jeffreys();
        ends(new Proportion(37, 40).jeffreys(), 1 - few.high(), 1 - few.low());
    }

    /** Exact coverage: the probability, over all outcomes of 50 trials at 2 %, that the interval holds 2 %. */
    @Test
    void the_textbook_interval_misses_a_small_share_far_too_often_and_wilson_does_not() {
        double wald = 0;
        double wilson = 0;
        double probability = Math.pow(0.98, 50);
        for (int k = 0; k <= 50; k++) {
            wald += new Proportion(k, 50).wald().holds(0.02) ? probability : 0;
            wilson += new Proportion(k, 50).wilson().holds(0.02) ? probability : 0;
            probability *= (50.0 - k) / (k + 1) * 0.02 / 0.98;
        }
        assertThat(wald).isCloseTo(0.6354, within(0.0001));
        assertThat(wilson).isCloseTo(0.9216, within(0.0001));
    }

    @Test
    void what_is_no_proportion_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(Double.NaN, 2));
    }

    private static void ends(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }
}
