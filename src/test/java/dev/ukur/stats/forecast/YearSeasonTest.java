package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class YearSeasonTest {

    /** A slope of 1 a step and effects of -3, 1 and 2 that come again exactly: nothing is within, all is kept. */
    @Test
    void a_season_that_comes_again_exactly_is_kept_whole_and_free_of_the_slope() {
        double[] effects = {-3, 1, 2};
        double[] series = new double[9];
        for (int t = 0; t < series.length; t++) {
            series[t] = 50 + t + effects[t % 3];
        }

        assertThat(YearSeason.of(series, 3).effects()).containsExactly(effects, within(1e-12));
    }

    /**
     * Two seasons of two places, (1, 5) and (3, 5). Means 3 and 4 give a slope of 1/2 a step: left are (-7/4, 7/4) and
     * (-3/4, 3/4), on average -5/4 and 5/4. Between: 2 · 2 · 25/16 = 25/4; within: 4 · 1/4 = 1. Kept: 21/25.
     */
    @Test
    void seasons_that_disagree_are_drawn_together_by_hand() {
        assertThat(YearSeason.of(new double[] {1, 5, 3, 5}, 2).effects())
                .containsExactly(new double[] {-1.05, 1.05}, within(1e-12));
    }

    @Test
    void the_oldest_that_fill_no_season_are_left_out_and_places_stay() {
        double[] effects = {-3, 1, 2};
        double[] series = new double[8];
        for (int t = 0; t < series.length; t++) {
            series[t] = effects[t % 3];
        }
        series[0] = 1000;

        assertThat(YearSeason.of(series, 3).effects()).containsExactly(effects, within(1e-12));
    }

    @Test
    void one_season_shows_none() {
        assertThat(YearSeason.of(new double[] {1, 9, 1, 9, 1}, 3).effects()).containsOnly(0);
    }

    /** Three years of noise with a deviation of 1: means of three would stray by 0.58, drawn together by far less. */
    @Test
    void noise_gives_next_to_no_season() {
        Random dice = new Random(3);
        double squares = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[] series = dice.doubles(36).map(any -> dice.nextGaussian()).toArray();
            for (double effect : YearSeason.of(series, 12).effects()) {
                squares += effect * effect / (12.0 * runs);
            }
        }

        assertThat(Math.sqrt(squares)).isLessThan(0.35);
    }
}
