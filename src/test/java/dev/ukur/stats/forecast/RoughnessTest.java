package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoughnessTest {

    @Test
    void a_straight_line_has_none_and_a_single_bump_counts_three_times() {
        double[] line = IntStream.range(0, 10).mapToDouble(t -> 3 + 2 * t).toArray();
        double[] bump = line.clone();
        bump[5] += 6;

        assertThat(Roughness.of(line).orElseThrow().sd()).isCloseTo(0, within(1e-12));
        // Off by 6 at the bump and by 3 at both neighbours: 2/3 of (36 + 9 + 9) / 8 = 4.5.
        assertThat(Roughness.of(bump).orElseThrow().sd()).isCloseTo(Math.sqrt(4.5), within(1e-12));
    }

    @Test
    void it_finds_the_spread_of_noise_on_a_slope() {
        SplittableRandom dice = new SplittableRandom(9);
        double[] noisy = IntStream.range(0, 20_000)
                .mapToDouble(t -> 0.01 * t + 5 * dice.nextGaussian())
                .toArray();

        assertThat(Roughness.of(noisy).orElseThrow().sd()).isCloseTo(5, within(0.1));
    }

    @Test
    void seven_values_are_too_few() {
        assertThat(Roughness.of(new double[7])).isEmpty();
    }
}
