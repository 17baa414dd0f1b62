package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixtureTest {

    @Test
    void one_law_is_as_wide_as_itself_whatever_its_weight() {
        assertThat(mixture(new double[] {7, 0, 9}).sd()).isCloseTo(3, within(0.003));
    }

    /** Half of it narrow (sd 1), half of it wide (sd 10). */
    @Test
    void its_middle_is_that_of_its_parts_together() {
        double sd = mixture(new double[] {1, 0, 1}, new double[] {1, 0, 100}).sd();

        // 80 % needs 2Φ(d/10) - 1 = 0.6 where the narrow one is wholly inside: d = 8.4162.
        assertThat(1.2815516 * sd).isCloseTo(8.4162, within(0.01));
    }

    /** Where all lies at 1, the middle 80 % around nought reach 1. */
    @Test
    void what_lies_apart_counts_as_far_as_it_lies() {
        assertThat(1.2815516 * mixture(new double[] {1, 1, 0}).sd()).isCloseTo(1, within(0.001));
        assertThat(mixture(new double[] {1, 0, 0}).sd()).isZero();
    }

    @Test
    void what_falls_is_levelled_with_what_stands_before_it() {
        assertThat(Rising.nearest(new double[] {1, 3, 2, 4})).containsExactly(1, 2.5, 2.5, 4);
        assertThat(Rising.nearest(new double[] {3, 1, 2})).containsExactly(2, 2, 2);
        assertThat(Rising.nearest(new double[] {1, 2})).containsExactly(1, 2);
    }

    private static Mixture mixture(double[]... parts) {
        Mixture mixture = new Mixture();
        for (double[] part : parts) {
            mixture.add(part[0], part[1], part[2]);
        }
        return mixture;
    }
}
