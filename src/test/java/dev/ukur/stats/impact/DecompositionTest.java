package dev.ukur.stats.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.impact.Decomposition.RateMixVolume;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    /** 10 x 2 grows to 20 x 4: 60 more, both parts doubled, so 30 each. */
    @Test
    void equal_factors_share_the_change_of_a_product() {
        assertThat(Decomposition.product(new double[] {10, 2}, new double[] {20, 4}))
                .containsExactly(new double[] {30, 30}, within(1e-9));
    }

    /** 2 x 3 to 4 x 5: the first part averages (4-2) 3 and (4-2) 5: 8; the second (5-3) 2 and (5-3) 4: 6; 14 in all. */
    @Test
    void any_formula_is_split_by_the_mean_over_both_orders() {
        assertThat(Decomposition.any(new double[] {2, 3}, new double[] {4, 5}, x -> x[0] * x[1]))
                .containsExactly(new double[] {8, 6}, within(1e-12));
    }

    /**
     * Volumes 60 and 40 at rates .1 and .2 become 50 and 150 at .1 and .3: 14 becomes 50. Overall rates .14 and .25, mean
     * .195: volume 100 .195 = 19.5. Shares .6 and .4 become .25 and .75. Mix: 150 (-.35) (.1 - .195) = 4.9875 and
     * 150 .35 (.25 - .195) = 2.8875. Rate: 0 and 150 .1 .575 = 8.625. In all 36.
     */
    @Test
    void a_total_is_split_into_volume_mix_and_rate() {
        RateMixVolume split =
                Decomposition.rateMixVolume(new double[][] {{60, 40}, {50, 150}}, new double[][] {{.1, .2}, {.1, .3}});

        assertThat(split.volume()).isCloseTo(19.5, within(1e-9));
        assertThat(split.mix()).containsExactly(new double[] {4.9875, 2.8875}, within(1e-9));
        assertThat(split.rate()).containsExactly(new double[] {0, 8.625}, within(1e-9));
    }

    @Test
    void contributions_sum_to_the_change_whatever_the_order_of_parts() {
        Random random = new Random(52);
        for (int round = 0; round < 300; round++) {
            double[] before = random.doubles(4, 0.1, 5).toArray();
            double[] after = random.doubles(4, 0.1, 5).toArray();
            double change = times(after) - times(before);
            double[] product = Decomposition.product(before, after);
            double[] any = Decomposition.any(before, after, DecompositionTest::times);

            assertThat(Arrays.stream(product).sum()).isCloseTo(change, within(1e-9));
            assertThat(Arrays.stream(any).sum()).isCloseTo(change, within(1e-9));
            double[] reversed = Decomposition.product(reversed(before), reversed(after));
            assertThat(reversed(reversed)).containsExactly(product, within(1e-9));
            double[] anyReversed = Decomposition.any(reversed(before), reversed(after), DecompositionTest::times);
            assertThat(reversed(anyReversed)).containsExactly(any, within(1e-9));
        }
    }

    @Test
    void volume_mix_and_rate_leave_nothing_over_and_change_signs_backwards() {
        Random random = new Random(53);
        for (int round = 0; round < 300; round++) {
            double[][] volumes = {
                random.doubles(5, 0, 100).toArray(), random.doubles(5, 0, 100).toArray()
            };
            double[][] rates = {random.doubles(5).toArray(), random.doubles(5).toArray()};
            double change = 0;
            for (int i = 0; i < 5; i++) {
                change += volumes[1][i] * rates[1][i] - volumes[0][i] * rates[0][i];
            }
            RateMixVolume split = Decomposition.rateMixVolume(volumes, rates);
            RateMixVolume back = Decomposition.rateMixVolume(
                    new double[][] {volumes[1], volumes[0]}, new double[][] {rates[1], rates[0]});

            assertThat(split.volume()
                            + Arrays.stream(split.mix()).sum()
                            + Arrays.stream(split.rate()).sum())
                    .isCloseTo(change, within(1e-9));
            assertThat(back.volume()).isCloseTo(-split.volume(), within(1e-9));
            for (int i = 0; i < 5; i++) {
                assertThat(back.mix()[i]).isCloseTo(-split.mix()[i], within(1e-9));
                assertThat(back.rate()[i]).isCloseTo(-split.rate()[i], within(1e-9));
            }
        }
    }

    /** Parts that do not move contribute nothing; nearly equal ones lose no digits. */
    @Test
    void what_does_not_change_contributes_nothing() {
        assertThat(Decomposition.product(new double[] {3, 7}, new double[] {3, 7}))
                .containsOnly(0);
        double[] tiny = Decomposition.product(new double[] {3, 7}, new double[] {3 * (1 + 1e-12), 7});
        assertThat(tiny[1]).isZero();
        assertThat(tiny[0]).isCloseTo(21e-12, within(1e-14));
        assertThatThrownBy(() -> Decomposition.product(new double[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double times(double[] parts) {
        return Arrays.stream(parts).reduce(1, (a, b) -> a * b);
    }

    private static double[] reversed(double[] parts) {
        double[] reversed = new double[parts.length];
        Arrays.setAll(reversed, i -> parts[parts.length - 1 - i]);
        return reversed;
    }
}
