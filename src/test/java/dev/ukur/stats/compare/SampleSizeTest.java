package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleSizeTest {

    /** The example in R's help of power.prop.test: .50 to .75 with power .90 needs 76.7 a group. */
    @Test
    void a_share_needs_as_many_as_r_says() {
        assertThat(SampleSize.ofShare(0.5, 0.5, 0.9).perGroup()).isCloseTo(76.7, within(0.05));
    }

    /** 2 (1.959964 + 0.841621)² = 15.6978 for a difference of one standard deviation. */
    @Test
    void a_mean_needs_fewer_the_larger_the_difference() {
        assertThat(SampleSize.ofMean(1, 1, 0.8).perGroup()).isCloseTo(15.6978, within(0.0001));
        assertThat(SampleSize.ofMean(1, 0.5, 0.8).perGroup()).isCloseTo(4 * 15.6978, within(0.001));
    }

    @Test
    void the_wait_counts_both_groups_and_whole_days() {
        assertThat(new SampleSize(76.7).daysAt(100)).isEqualTo(2);
        assertThat(new SampleSize(50).daysAt(100)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_tested_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofShare(0.5, 0, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofShare(0.5, 1.5, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofMean(1, 1, 1));
    }
}
