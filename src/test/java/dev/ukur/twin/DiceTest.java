package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {

    private static final int DRAWS = 40_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3.5, 39, 41, 400})
    void poisson_has_its_mean_as_mean_and_as_variance(double mean) {
        Dice dice = Dice.of(5, "poisson");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            int count = dice.poisson(mean);
            sum += count;
            squares += (double) count * count;
        }

        double average = sum / DRAWS;
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(mean / DRAWS)));
        assertThat(squares / DRAWS - average * average).isCloseTo(mean, within(mean * 0.05 + 0.01));
    }

    @Test
    void streams_of_one_seed_differ_by_name_and_repeat_by_name() {
        assertThat(Dice.of(1, "a").bits())
                .isEqualTo(Dice.of(1, "a").bits())
                .isNotEqualTo(Dice.of(1, "b").bits());
    }

    @Test
    void between_reaches_both_ends_and_nothing_else() {
        Dice dice = Dice.of(2, "between");

        assertThat(IntStream.range(0, 200).map(i -> dice.between(3, 5)).distinct())
                .containsExactlyInAnyOrder(3, 4, 5);
    }
}
