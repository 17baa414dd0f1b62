package dev.ukur.stats.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CampaignTest {

    /** Before treated minus control is 1 or 3, mean 2; after it is 6 or 8, mean 7: the effect is 5, no trend before. */
    @Test
    void the_change_of_one_minus_the_change_of_the_other() {
        double[] control = {5, 9, 4, 7, 8, 3, 6, 5, 9, 4, 7, 2};
        double[] gap = {1, 3, 3, 1, 1, 3, 3, 1, 6, 8, 8, 6};
        double[] treated = new double[12];
        for (int i = 0; i < 12; i++) {
            treated[i] = control[i] + gap[i];
        }
        DifferenceInDifferences answer = DifferenceInDifferences.of(treated, control, 8);

        assertThat(answer.effect().value()).isCloseTo(5, within(1e-12));
        assertThat(answer.trendBefore().value()).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> DifferenceInDifferences.of(treated, control, 11))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DifferenceInDifferences.of(treated, control, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_gap_that_grew_before_is_seen_as_a_trend() {
        double[] treated = new double[20];
        for (int i = 0; i < 20; i++) {
            treated[i] = 3.0 * i;
        }
        assertThat(DifferenceInDifferences.of(treated, new double[20], 12)
                        .trendBefore()
                        .value())
                .isCloseTo(3, within(1e-12));
    }

    /** A control with slope 2 explains all but noise of .1; 10 more from step 60 on are found, and nothing where nothing is. */
    @Test
    void an_effect_beyond_a_control_series_is_found() {
        Random random = new Random(54);
        double[] y = new double[80];
        double[][] controls = new double[80][1];
        for (int t = 0; t < 80; t++) {
            controls[t][0] = 50 + 10 * Math.sin(t / 5.0) + random.nextGaussian();
            y[t] = 20 + 2 * controls[t][0] + random.nextGaussian();
        }
        LocalLevel nothing = LocalLevel.of(y, controls, 60);
        for (int t = 60; t < 80; t++) {
            y[t] += 10;
        }
        LocalLevel ten = LocalLevel.of(y, controls, 60);

        assertThat(nothing.effect().interval().holds(0)).isTrue();
        assertThat(ten.effect().value()).isCloseTo(10, within(4 * ten.effect().se()));
        assertThat(ten.effect().interval().holds(0)).isFalse();
        // What would have been does not know what came after.
        assertThat(ten.predicted()).isEqualTo(nothing.predicted());
        assertThat(ten.cumulative().value()).isCloseTo(20 * ten.effect().value(), within(1e-9));
        assertThat(ten.actual() - ten.predicted().value())
                .isCloseTo(ten.effect().value(), within(1e-9));
        assertThat(ten.relative())
                .isCloseTo(ten.effect().value() / ten.predicted().value(), within(1e-12));
    }

    /** Money in thousands: everything but the relative effect is a thousand times as large. */
    @Test
    void the_unit_changes_nothing_but_the_unit() {
        Random random = new Random(55);
        double[] y = random.doubles(40, 5, 9).toArray();
        double[] large = new double[40];
        for (int t = 0; t < 40; t++) {
            large[t] = 1000 * y[t];
        }
        LocalLevel one = LocalLevel.of(y, new double[40][0], 30);
        LocalLevel other = LocalLevel.of(large, new double[40][0], 30);

        assertThat(other.effect().value()).isCloseTo(1000 * one.effect().value(), within(1e-3));
        assertThat(other.effect().se()).isCloseTo(1000 * one.effect().se(), within(1e-2));
        assertThat(other.relative()).isCloseTo(one.relative(), within(1e-6));
    }

    @Test
    void too_little_before_or_no_variation_is_refused() {
        assertThatThrownBy(() -> LocalLevel.of(new double[20], new double[20][0], 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LocalLevel.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[8][0], 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
