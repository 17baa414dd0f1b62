package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedDifferenceTest {

    /** Of 10/100 - 20/100 and 5/50 - 30/100: weights 50 and 33.33, (50 x -.1 + 33.33 x -.2) / 83.33 = -.14. */
    @Test
    void strata_count_by_what_they_can_tell() {
        Estimate difference = StratifiedDifference.of(List.of(pair(10, 100, 20, 100), pair(5, 50, 30, 100)));
        double weight = 50 * 100 / 150.0;
        double variance =
                (2500 * (.09 / 100 + .16 / 100) + weight * weight * (.09 / 50 + .21 / 100)) / Math.pow(50 + weight, 2);
        assertThat(difference.value()).isCloseTo(-.14, within(1e-12));
        assertThat(difference.se()).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    @Test
    void without_strata_nothing_can_be_said() {
        assertThatThrownBy(() -> StratifiedDifference.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static TwoProportions pair(double x1, double n1, double x2, double n2) {
        return new TwoProportions(new Proportion(x1, n1), new Proportion(x2, n2));
    }
}
