package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Interval;
import dev.ukur.stats.forecast.HoltWinters.Season;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void the_seasonal_naive_forecast_repeats_the_last_season() {
        assertThat(Method.seasonalNaive(3).forecast(new double[] {9, 9, 9, 1, 2, 3}, 5))
                .containsExactly(1, 2, 3, 1, 2);
        assertThat(Method.naive().forecast(new double[] {4, 7}, 3)).containsExactly(7, 7, 7);
        assertThatThrownBy(() -> Method.seasonalNaive(3).forecast(new double[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * The level is a weighted mean: with weight α and start l0 over y 2, 4, 9: ((l0 (1-α) + 2α)(1-α) + 4α)(1-α) + 9α. The
     * start and α found must be at least as good as every one tried on a grid.
     */
    @Test
    void simple_smoothing_is_the_best_of_all_weights_and_starts() {
        double[] series = {2, 4, 3, 6, 5, 5, 7, 4, 6, 8};
        Smoothing fit = Smoothing.simple(series);

        assertThat(squares(series, fit.alpha(), fit.run().startLevel()))
                .isCloseTo(fit.run().squares(), within(1e-9));
        for (double alpha = 0.01; alpha < 1; alpha += 0.01) {
            for (double start = 0; start < 9; start += 0.25) {
                assertThat(squares(series, alpha, start))
                        .isGreaterThanOrEqualTo(fit.run().squares() - 1e-9);
            }
        }
        double level = fit.run().startLevel();
        for (double value : series) {
            level += fit.alpha() * (value - level);
        }
        assertThat(fit.forecast(3)).containsExactly(new double[] {level, level, level}, within(1e-9));
    }

    /** The variance ahead grows by α² a step: 1, 1 + α², 1 + 2 α². */
    @Test
    void uncertainty_of_simple_smoothing_grows_with_each_step() {
        Smoothing fit = Smoothing.simple(new double[] {2, 4, 3, 6, 5, 5, 7, 4, 6, 8});
        double variance = fit.run().squares() / 8;

        assertThat(fit.distribution(1).sd()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(fit.distribution(3).sd())
                .isCloseTo(Math.sqrt(variance * (1 + 2 * fit.alpha() * fit.alpha())), within(1e-12));
    }

    @Test
    void straight_lines_and_constants_go_on() {
        double[] line = new double[20];
        double[] flat = new double[20];
        for (int t = 0; t < 20; t++) {
            line[t] = 10 + 3 * t;
            flat[t] = 5;
        }
        assertThat(Method.holt().forecast(line, 3)).containsExactly(new double[] {70, 73, 76}, within(1e-4));
        for (Method method : List.of(Method.simpleSmoothing(), Method.holt(), Method.damped(), Method.theta())) {
            assertThat(method.forecast(flat, 2)).containsExactly(new double[] {5, 5}, within(1e-6));
        }
    }

    /**
     * A line with slope 2 plus -2 3 -1. As in R the start is a line counted from the first centred average, two steps early
     * for seasons of 3: the first error is 2 2 = 4, squared 16, and there is no other.
     */
    @Test
    void exact_seasons_go_on_with_their_trend() {
        double[] added = new double[24];
        for (int t = 0; t < 24; t++) {
            added[t] = 20 + 2 * t + new double[] {-2, 3, -1}[t % 3];
        }
        HoltWinters fit = HoltWinters.fit(added, 3, Season.ADDED);

        assertThat(fit.state().squares()).isCloseTo(16, within(1e-3));
        assertThat(fit.forecast(4)).containsExactly(new double[] {66, 73, 71, 72}, within(1e-3));
        assertThatThrownBy(() -> HoltWinters.fit(new double[6], 3, Season.ADDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Actual 100 and 200, forecast 110 and 180: sMAPE 200 10/210 = 9.52381 and 200 20/380 = 10.52632, mean 10.02506. Past 0
     * 10 20 40 moves by 40/3 a step, errors average 15: MASE 1.125. Intervals 90..120 and 150..190: widths 30 and 40, the
     * second missed by 10, 400 more: (30 + 440)/2 / (40/3).
     */
    @Test
    void accuracy_by_hand() {
        double[] past = {0, 10, 20, 40};
        double[] actual = {100, 200};
        double[] forecast = {110, 180};

        assertThat(Accuracy.smape(actual, forecast)).isCloseTo((2000 / 210.0 + 4000 / 380.0) / 2, within(1e-12));
        assertThat(Accuracy.mase(past, 1, actual, forecast)).isCloseTo(1.125, within(1e-12));
        assertThat(Accuracy.msis(past, 1, actual, List.of(new Interval(90, 120), new Interval(150, 190))))
                .isCloseTo(235 / (40 / 3.0), within(1e-9));
        assertThat(Accuracy.smape(new double[] {0}, new double[] {0})).isZero();
    }

    private static double squares(double[] series, double alpha, double start) {
        double level = start;
        double squares = 0;
        for (double value : series) {
            squares += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return squares;
    }
}
