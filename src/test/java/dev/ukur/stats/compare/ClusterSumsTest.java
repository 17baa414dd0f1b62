package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Estimate;
import org.junit.jupiter.api.Test;

class ClusterSumsTest {

    /** Clicks 1, 2, 3 of sessions 4, 4, 4: r = 1/2, and with equal denominators it is a mean of 1/4, 2/4, 3/4. */
    @Test
    void with_equal_denominators_the_ratio_is_a_plain_mean() {
        Estimate ratio = ClusterSums.of(new double[] {1, 2, 3}, new double[] {4, 4, 4})
                .ratio()
                .orElseThrow();
        Estimate mean = Sample.of(0.25, 0.5, 0.75).estimate().orElseThrow();

        assertThat(ratio.value()).isCloseTo(0.5, within(1e-15));
        assertThat(ratio.se()).isCloseTo(mean.se(), within(1e-15));
    }

    /** x 1 3 2, y 2 4 6: r = 1/2, sx² = 1, sy² = 4, sxy = 1, ȳ = 4: se² = (1 - 2·½·1 + ¼·4) / (3·16) = 1/48. */
    @Test
    void the_error_follows_the_delta_method() {
        ClusterSums sums = ClusterSums.of(new double[] {1, 3, 2}, new double[] {2, 4, 6});

        assertThat(sums).isEqualTo(new ClusterSums(3, 6, 12, 14, 56, 26));
        assertThat(sums.ratio().orElseThrow().se()).isCloseTo(Math.sqrt(1 / 48.0), within(1e-15));
    }

    /** Four visitors with one visit each; then each with three visits of the same outcome, which say no more. */
    @Test
    void clusters_of_like_trials_are_worth_one_trial_each() {
        ClusterSums single = ClusterSums.of(new double[] {1, 0, 0, 0}, new double[] {1, 1, 1, 1});
        ClusterSums alike = ClusterSums.of(new double[] {3, 0, 0, 0}, new double[] {3, 3, 3, 3});

        assertThat(single.designEffect()).isCloseTo(1, within(1e-15));
        assertThat(alike.designEffect()).isCloseTo(3, within(1e-15));
    }

    /** Each of two visitors buys in one visit of two: less spread than chance would give, which is not relied upon. */
    @Test
    void clusters_that_vary_less_than_chance_count_as_independent_trials() {
        assertThat(ClusterSums.of(new double[] {1, 1}, new double[] {2, 2}).designEffect())
                .isEqualTo(1);
        assertThat(ClusterSums.of(new double[] {0, 0}, new double[] {1, 2}).designEffect())
                .isEqualTo(1);
    }

    @Test
    void a_ratio_that_never_varies_has_no_error() {
        Estimate ratio = ClusterSums.of(new double[] {1, 2, 5}, new double[] {2, 4, 10})
                .ratio()
                .orElseThrow();

        assertThat(ratio).isEqualTo(Estimate.normal(0.5, 0));
    }

    @Test
    void one_cluster_or_no_denominator_gives_no_answer() {
        assertThat(ClusterSums.of(new double[] {1}, new double[] {2}).ratio()).isEmpty();
        assertThat(ClusterSums.of(new double[] {1, 1}, new double[] {0, 0}).ratio())
                .isEmpty();
    }
}
