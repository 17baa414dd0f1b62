package dev.ukur.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogRankTest {

    /**
     * a ends at 1 and 2, b at 3 and 4. At 1: 2 of 4 are a, expected 1/2, variance 1/4. At 2: 1 of 3, expected 1/3, variance
     * 2/9. Then no a is left. Observed 2, expected 5/6, variance 17/36: (7/6)² / (17/36) = 49/17.
     */
    @Test
    void two_groups_are_compared_at_each_ending() {
        LogRank test = LogRank.of(List.of(List.of(ended(1), ended(2)), List.of(ended(3), ended(4))));

        assertThat(test.observed()).containsExactly(2.0, 2.0);
        assertThat(test.expected().get(0)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(test.expected().get(1)).isCloseTo(4 - 5 / 6.0, within(1e-12));
        assertThat(test.chiSquare()).isCloseTo(49 / 17.0, within(1e-12));
    }

    @Test
    void rows_and_groups_may_come_in_any_order_and_expected_endings_sum_to_the_observed() {
        Random random = new Random(13);
        for (int round = 0; round < 50; round++) {
            List<List<Lifetime>> groups = new ArrayList<>();
            for (int group = 0; group < 3; group++) {
                List<Lifetime> rows = new ArrayList<>();
                rows.add(ended(1));
                for (int i = 0; i < 12; i++) {
                    rows.add(new Lifetime(1 + random.nextInt(9), random.nextInt(3) > 0));
                }
                groups.add(rows);
            }
            LogRank test = LogRank.of(groups);
            groups.forEach(rows -> Collections.shuffle(rows, random));
            Collections.rotate(groups, 1);
            LogRank again = LogRank.of(groups);

            assertThat(again.chiSquare()).isCloseTo(test.chiSquare(), within(1e-9));
            assertThat(again.p()).isCloseTo(test.p(), within(1e-9));
            assertThat(test.p()).isBetween(0.0, 1.0);
            assertThat(sum(test.expected())).isCloseTo(sum(test.observed()), within(1e-9));
        }
    }

    @Test
    void equal_groups_do_not_differ() {
        List<Lifetime> one = List.of(ended(1), ended(3), new Lifetime(4, false));

        LogRank test = LogRank.of(List.of(one, one));

        assertThat(test.chiSquare()).isCloseTo(0, within(1e-12));
        assertThat(test.p()).isCloseTo(1, within(1e-6));
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        List<Lifetime> going = List.of(new Lifetime(4, false));

        assertThatThrownBy(() -> LogRank.of(List.of(going))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRank.of(List.of(going, List.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRank.of(List.of(going, going))).isInstanceOf(IllegalArgumentException.class);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Lifetime ended(double time) {
        return new Lifetime(time, true);
    }
}
