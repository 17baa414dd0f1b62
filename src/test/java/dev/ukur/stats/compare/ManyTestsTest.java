package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ManyTestsTest {

    /** The worked example of Benjamini and Hochberg 1995: 4 discoveries at 5 %, against Bonferroni's 3. */
    @Test
    void the_example_of_the_paper_has_four_discoveries_where_bonferroni_has_three() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };

        assertThat(Arrays.stream(ManyTests.benjaminiHochberg(p)).filter(q -> q <= 0.05))
                .hasSize(4);
        assertThat(Arrays.stream(ManyTests.bonferroni(p)).filter(q -> q <= 0.05))
                .hasSize(3);
    }

    /** m = 4: .01·4/1, .02·4/2, .03·4/3 are all .04, and .5·4/4 = .5. */
    @Test
    void the_order_of_the_tests_does_not_matter() {
        assertThat(ManyTests.benjaminiHochberg(0.5, 0.03, 0.01, 0.02))
                .containsExactly(new double[] {0.5, 0.04, 0.04, 0.04}, within(1e-15));
        assertThat(ManyTests.benjaminiHochberg()).isEmpty();
    }

    @Test
    void what_is_no_p_value_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ManyTests.benjaminiHochberg(0.5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ManyTests.bonferroni(Double.NaN));
    }
}
