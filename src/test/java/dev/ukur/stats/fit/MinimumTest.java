package dev.ukur.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.fit.BoxMinimum.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumTest {

    /** Rosenbrock's valley is lowest at (1, 1). */
    @Test
    void the_bottom_of_a_bent_valley_is_found() {
        Minimum minimum = Minimum.of(Objective.of(MinimumTest::valley), new double[] {-1.2, 1}, 1e-7);

        assertThat(minimum.at()).containsExactly(new double[] {1, 1}, within(1e-4));
        assertThat(minimum.value()).isCloseTo(0, within(1e-8));
        assertThat(minimum.steepness()).isLessThan(1e-6);
    }

    /** x² + y² + xy has the second derivatives 2 1 1 2, whose inverse is 2 -1 -1 2 over 3. */
    @Test
    void the_curvature_is_inverted() {
        double[][] covariance = Minimum.of(
                        Objective.of(at -> at[0] * at[0] + at[1] * at[1] + at[0] * at[1]), new double[] {3, -2}, 1e-8)
                .covariance();

        assertThat(covariance[0]).containsExactly(new double[] {2 / 3.0, -1 / 3.0}, within(1e-4));
        assertThat(covariance[1]).containsExactly(new double[] {-1 / 3.0, 2 / 3.0}, within(1e-4));
    }

    @Test
    void a_flat_direction_has_no_covariance_and_no_fit() {
        Objective flat = Objective.of(at -> (at[0] + at[1]) * (at[0] + at[1]));

        assertThat(Minimum.of(flat, new double[] {1, 2}, 1e-8).covariance()).isEmpty();
        assertThat(PositiveFit.of(flat, 10, new double[] {1, 2}).as("model").fitted())
                .isEmpty();
    }

    /** Lowest outside the box: at its edge; inside: there. */
    @Test
    void bounds_are_kept() {
        List<Side> box = List.of(new Side(0, 1), new Side(0, 1));

        BoxMinimum edge =
                BoxMinimum.of(at -> Math.pow(at[0] - 3, 2) + Math.pow(at[1] - .25, 2), box, new double[] {.5, .5});

        assertThat(edge.at()).containsExactly(new double[] {1, .25}, within(1e-4));
        assertThat(edge.at()[0]).isBetween(0.0, 1.0);
    }

    /** Poisson counts 2 4 6: the rate is their mean 4, its error √(4/3). */
    @Test
    void a_rate_is_fitted_with_its_error() {
        PositiveFit fit = PositiveFit.of(Objective.of(at -> Math.exp(at[0]) - 4 * at[0]), 3, new double[] {0});

        assertThat(fit.parameters()[0]).isCloseTo(4, within(1e-5));
        assertThat(fit.standardErrors().orElseThrow().get(0)).isCloseTo(Math.sqrt(4 / 3.0), within(1e-3));
    }

    /** e^-x falls for ever: the parameter runs away, and that is said. */
    @Test
    void a_parameter_that_runs_away_is_reported() {
        FitResult<String> result = PositiveFit.of(Objective.of(at -> Math.exp(-at[0])), 3, new double[] {0})
                .as("model");

        assertThat(result.<Degeneracy>match(fitted -> Degeneracy.FLAT, FitResult.Degenerate::why))
                .isEqualTo(Degeneracy.RUNS_AWAY);
    }

    private static double valley(double[] at) {
        return 100 * Math.pow(at[1] - at[0] * at[0], 2) + Math.pow(1 - at[0], 2);
    }
}
