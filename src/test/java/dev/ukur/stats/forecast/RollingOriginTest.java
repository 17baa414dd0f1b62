package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Intervals of series whose laws are known hold as often as they say, however far they look. */
class RollingOriginTest {

    private static final int RUNS = 400;
    private static final int KNOWN = 36;
    private static final int STEPS = 12;
    private static final int FEW_RUNS = 200;
    private static final int YEAR = 12;

    @Test
    void a_random_walk_is_not_told_narrower_than_it_wanders() {
        assertThat(Arrays.stream(held((before, shock) -> before + shock)).boxed())
                .allSatisfy(share -> assertThat(share).isBetween(0.72, 0.86));
    }

    @Test
    void what_stands_still_but_for_noise_is_told_hardly_wider() {
        assertThat(Arrays.stream(held((before, shock) -> shock)).boxed())
                .allSatisfy(share -> assertThat(share).isBetween(0.75, 0.88));
    }

    /** Months of one to three years, as most goals have them, with and without a season of 12. */
    @Test
    void few_values_of_any_kind_are_told_neither_too_wide_nor_too_narrow() {
        double all = 0;
        for (Kind kind : Kind.values()) {
            double mean = 0;
            StringBuilder row = new StringBuilder();
            for (int known : new int[] {12, 18, 24, 36}) {
                double[] held = kind.held(known);
                mean += Arrays.stream(held).average().orElseThrow() / 4;
                row.append("  %d: %.2f %.2f %.2f".formatted(known, held[0], held[1], held[2]));
            }
            System.out.printf("%-22s%.2f%s%n", kind, mean, row);
            assertThat(mean).as("%s", kind).isBetween(0.75, 0.85);
            all += mean / Kind.values().length;
        }
        System.out.printf("80 %% intervals 1, 3 and 6 steps ahead of all held %.3f%n", all);
        assertThat(all).isBetween(0.78, 0.84);
    }

    @Test
    void what_never_changed_goes_on_without_doubt() {
        double[] same = new double[KNOWN];
        Arrays.fill(same, 7);

        Prognosis told = RollingOrigin.of(same, new RollingOrigin.Horizon(1, STEPS));

        assertThat(told.mean()).containsOnly(7);
        assertThat(told.spread()).containsOnly(0);
    }

    /** The shares of series of which the 80 % intervals 1, 6 and 12 steps ahead held what came. */
    private static double[] held(DoubleBinaryOperator next) {
        Random dice = new Random(20261127);
        return held(RUNS, new int[] {1, 6, 12}, 1, () -> {
            double[] series = new double[KNOWN + STEPS];
            for (int i = 1; i < series.length; i++) {
                series[i] = next.applyAsDouble(series[i - 1], dice.nextGaussian());
            }
            return series;
        });
    }

    private static double[] held(int runs, int[] steps, int season, Supplier<double[]> draw) {
        double[] held = new double[steps.length];
        int furthest = steps[steps.length - 1];
        for (int run = 0; run < runs; run++) {
            double[] series = draw.get();
            int known = series.length - furthest;
            Prognosis told =
                    RollingOrigin.of(Arrays.copyOf(series, known), new RollingOrigin.Horizon(season, furthest));
            for (int i = 0; i < steps.length; i++) {
                double came = series[known + steps[i] - 1];
                boolean inside = came >= told.quantile(steps[i], 0.1) && came <= told.quantile(steps[i], 0.9);
                held[i] += inside ? 1.0 / runs : 0;
            }
        }
        return held;
    }

    /** How a simulated series goes on: noise, season, and what is kept of the last noise. */
    private enum Kind {
        NOISE(0, 0),
        HALF_KEPT(0, 0.5),
        SEASON(2, 0),
        SEASON_HALF_KEPT(2, 0.5),
        RANDOM_WALK(0, 1),
        COUNTS(0, 0) {
            @Override
            double seen(double value, Random dice) {
                int count = 0;
                for (double wait = 0; wait < 40; count++) {
                    wait -= Math.log(1 - dice.nextDouble());
                }
                return Math.log(count);
            }
        };

        private final double season;
        private final double kept;

        Kind(double season, double kept) {
            this.season = season;
            this.kept = kept;
        }

        double[] held(int known) {
            Random dice = new Random(20261127 + 31L * known + ordinal());
            return RollingOriginTest.held(FEW_RUNS, new int[] {1, 3, 6}, YEAR, () -> series(known + 6, dice));
        }

        private double[] series(int length, Random dice) {
            double[] months =
                    dice.doubles(YEAR).map(any -> season * dice.nextGaussian()).toArray();
            double[] series = new double[length];
            double noise = kept == 1 ? 0 : dice.nextGaussian() / Math.sqrt(1 - kept * kept);
            for (int i = 0; i < length; i++) {
                noise = kept * noise + dice.nextGaussian();
                series[i] = seen(10 + months[i % YEAR] + noise, dice);
            }
            return series;
        }

        double seen(double value, Random dice) {
            return value;
        }
    }
}
