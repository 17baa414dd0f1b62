package dev.ukur.stats.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.budget.ResponseFit.Curve;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponseFitTest {

    private static final int WEEKS = 104;

    /** With a curve from the grid and no noise the fit is the truth: b 500, after-effect 0.3, knee at the mean spend. */
    @Test
    void a_curve_of_the_grid_is_given_back() {
        double[] spend = spend(new Random(3));
        double k = Arrays.stream(spend).average().orElseThrow();
        ResponseFit fit = ResponseFit.of(spend, response(spend, 500, k, 0.3, null, 0), new double[0][]);
        assertThat(fit.curve().b()).isCloseTo(500, within(1e-6));
        assertThat(fit.curve().k()).isCloseTo(k, within(1e-6));
        assertThat(fit.curve().theta()).isEqualTo(0.3);
        assertThat(fit.isSure()).isTrue();
    }

    @Test
    void spend_that_brings_nothing_is_seldom_called_sure() {
        int sure = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random dice = new Random(seed);
            double[] spend = spend(dice);
            double[] noise = dice.doubles(WEEKS).map(value -> 100 * value).toArray();
            sure += ResponseFit.of(spend, noise, new double[0][]).isSure() ? 1 : 0;
        }
        assertThat(sure).isLessThanOrEqualTo(4);
    }

    /** The marginal return at a steady spend is b / (k + spend): with noise the interval holds it nearly always. */
    @Test
    void the_interval_of_the_marginal_return_holds_the_truth() {
        int inside = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random dice = new Random(100 + seed);
            double[] spend = spend(dice);
            double k = Arrays.stream(spend).average().orElseThrow();
            Curve truth = new Curve(500, k, 0);
            ResponseFit fit = ResponseFit.of(spend, response(spend, 500, k, 0, dice, 60), new double[0][]);
            inside += fit.marginal(k).holds(truth.marginal(k)) ? 1 : 0;
        }
        assertThat(inside).isGreaterThanOrEqualTo(34);
    }

    @Test
    void spend_that_never_varies_is_refused() {
        double[] spend = new double[WEEKS];
        Arrays.fill(spend, 100);
        assertThatThrownBy(() -> ResponseFit.of(spend, new double[WEEKS], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] spend(Random dice) {
        return dice.doubles(WEEKS).map(value -> 20 + 180 * value).toArray();
    }

    private static double[] response(double[] spend, double b, double k, double theta, Random dice, double noise) {
        double[] carried = Adstock.geometric(spend, theta);
        double[] response = new double[spend.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = 50
                    + b * Math.log1p(carried[i] / (k / (1 - theta)))
                    + (noise == 0 ? 0 : noise * dice.nextGaussian());
        }
        return response;
    }
}
