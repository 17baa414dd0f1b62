package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Intervals of series whose laws are known hold as often as they say, however far they look. */
class RollingOriginTest {

    private static final int RUNS = 400;
    private static final int KNOWN = 36;
    private static final int STEPS = 12;

    @Test
    void a_random_walk_is_not_told_narrower_than_it_wanders() {
        for (int step : new int[] {1, 6, 12}) {
            assertThat(held((before, shock) -> before + shock, step))
                    .as("share held at step %d", step)
                    .isBetween(0.72, 0.86);
        }
    }

    @Test
    void what_stands_still_but_for_noise_is_told_hardly_wider() {
        for (int step : new int[] {1, 6, 12}) {
            assertThat(held((before, shock) -> shock, step))
                    .as("share held at step %d", step)
                    .isBetween(0.75, 0.91);
        }
    }

    @Test
    void what_never_changed_goes_on_without_doubt() {
        double[] same = new double[KNOWN];
        Arrays.fill(same, 7);

        Prognosis told = RollingOrigin.of(same, new RollingOrigin.Horizon(1, STEPS));

        assertThat(told.mean()).containsOnly(7);
        assertThat(told.spread()).containsOnly(0);
    }

    /** The share of series of which the 80 % interval of a step held what came. */
    private static double held(DoubleBinaryOperator next, int step) {
        Random dice = new Random(20261127);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] series = new double[KNOWN + STEPS];
            for (int i = 1; i < series.length; i++) {
                series[i] = next.applyAsDouble(series[i - 1], dice.nextGaussian());
            }
            Prognosis told = RollingOrigin.of(Arrays.copyOf(series, KNOWN), new RollingOrigin.Horizon(1, STEPS));
            double came = series[KNOWN + step - 1];
            held += came >= told.quantile(step, 0.1) && came <= told.quantile(step, 0.9) ? 1 : 0;
        }
        return held / (double) RUNS;
    }
}
