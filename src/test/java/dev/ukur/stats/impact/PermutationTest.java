package dev.ukur.stats.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PermutationTest {

    /**
     * 1 to 10, the three largest marked: 9 - 4 = 5. Of the 120 ways to mark three only 8 9 10 and 1 2 3 (-5) are that far
     * apart: 2/120.
     */
    @Test
    void all_ways_to_mark_three_of_ten_are_counted() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        Permutation test = Permutation.of(values, marked(10, 7, 8, 9));

        assertThat(test.difference()).isCloseTo(5, within(1e-12));
        assertThat(test.arrangements()).isEqualTo(120);
        assertThat(test.exact()).isTrue();
        assertThat(test.p()).isCloseTo(2 / 120.0, within(1e-12));
    }

    /** Three events of ten, counted by three loops that know nothing of the class. */
    @Test
    void any_ten_values_give_the_share_that_three_loops_count() {
        Random random = new Random(51);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(10).map(x -> Math.rint(x * 20)).toArray();
            Permutation test = Permutation.of(values, marked(10, 1, 4, 8));
            double all = 0;
            for (double value : values) {
                all += value;
            }
            int hits = 0;
            for (int i = 0; i < 10; i++) {
                for (int j = i + 1; j < 10; j++) {
                    for (int k = j + 1; k < 10; k++) {
                        double with = values[i] + values[j] + values[k];
                        double difference = with / 3 - (all - with) / 7;
                        hits += Math.abs(difference) >= Math.abs(test.difference()) - 1e-9 ? 1 : 0;
                    }
                }
            }
            assertThat(test.p()).isCloseTo(hits / 120.0, within(1e-12));
        }
    }

    /** A ring of ten with its peak under the mark: one shift of ten reaches it. Two steps high, two places: 2 of 10. */
    @Test
    void shifts_around_the_ring_are_counted() {
        assertThat(Permutation.shifted(new double[] {0, 0, 9, 0, 0, 0, 0, 0, 0, 0}, marked(10, 2))
                        .p())
                .isCloseTo(0.1, within(1e-12));
        assertThat(Permutation.shifted(new double[] {0, 0, 9, 0, 0, 0, 9, 0, 0, 0}, marked(10, 2))
                        .p())
                .isCloseTo(0.2, within(1e-12));
    }

    /** 40 of 200 are too many ways to count; among drawn ones a huge effect is found never again: 1/10,000. */
    @Test
    void too_many_ways_are_drawn_and_the_same_each_time() {
        double[] values = new double[200];
        boolean[] marks = new boolean[200];
        for (int i = 0; i < 200; i++) {
            marks[i] = i % 5 == 0;
            values[i] = marks[i] ? 100 + i : i % 7;
        }
        Permutation test = Permutation.of(values, marks);

        assertThat(test.exact()).isFalse();
        assertThat(test.p()).isCloseTo(1 / 10_000.0, within(1e-12));
        assertThat(Permutation.of(values, marks)).isEqualTo(test);
    }

    @Test
    void equal_values_do_not_differ_and_something_must_be_marked() {
        assertThat(Permutation.of(new double[] {3, 3, 3, 3}, marked(4, 0)).p()).isEqualTo(1);
        assertThatThrownBy(() -> Permutation.of(new double[] {1, 2}, marked(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Permutation.of(new double[] {1, 2}, marked(2, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean[] marked(int n, int... places) {
        boolean[] marks = new boolean[n];
        for (int place : places) {
            marks[place] = true;
        }
        return marks;
    }
}
