package dev.ukur.stats.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import org.junit.jupiter.api.Test;

class ShiftedBetaGeometricTest {

    /** α = β = 1: r(t) = t/(t+1), S(t) = 1/(t+1). */
    @Test
    void a_uniform_mix_of_leavers_survives_as_one_over_t_plus_one() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1);

        for (int t = 1; t < 20; t++) {
            assertThat(model.retention(t)).isCloseTo(t / (t + 1.0), within(1e-12));
            assertThat(model.survival(t)).isCloseTo(1 / (t + 1.0), within(1e-12));
        }
        assertThat(model.survival(0)).isEqualTo(1);
    }

    /**
     * Of 12 are left 6 and then 4: with α = β = 1 6 leave with 1/2, 2 with 1/6, 4 stay with 1/3. These are exactly the
     * shares of the data, so no other α and β can be likelier.
     */
    @Test
    void one_cohort_by_hand() {
        double byHand = 6 * Math.log(1 / 2.0) + 2 * Math.log(1 / 6.0) + 4 * Math.log(1 / 3.0);

        assertThat(new ShiftedBetaGeometric(1, 1).logLikelihood(12, 6, 4)).isCloseTo(byHand, within(1e-12));
        FitResult.Fitted<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(12, 6, 4).fitted().orElseThrow();
        assertThat(fit.model().alpha()).isCloseTo(1, within(1e-4));
        assertThat(fit.model().beta()).isCloseTo(1, within(1e-4));
        assertThat(fit.logLikelihood()).isCloseTo(byHand, within(1e-9));
    }

    /** α = 2, β = 3: survival multiplies r(t) = (2+t)/(4+t). */
    @Test
    void survival_multiplies_retention_and_falls() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(2, 3);
        double product = 1;
        for (int t = 1; t < 40; t++) {
            product *= (2.0 + t) / (4 + t);
            assertThat(model.survival(t)).isCloseTo(product, within(1e-12));
        }
    }

    /** The sum itself: over t from n of S(t) / S(n-1) / 1.1^(t-n). */
    @Test
    void discounted_renewals_are_the_sum_they_stand_for() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(.7, 1.2);
        for (int n = 1; n < 4; n++) {
            double sum = 0;
            for (int t = n; t < 600; t++) {
                sum += model.survival(t) / model.survival(n - 1) / Math.pow(1.1, t - n);
            }
            assertThat(model.discountedRenewals(n, 0.1)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void a_cohort_that_determines_nothing_is_reported() {
        assertThat(why(ShiftedBetaGeometric.fit(10, 10, 10))).isEqualTo(Degeneracy.NOTHING_HAPPENED);
        // The same half leaves each time: all are alike.
        assertThat(why(ShiftedBetaGeometric.fit(1024, 512, 256, 128))).isIn(Degeneracy.RUNS_AWAY, Degeneracy.FLAT);
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(10, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(10, 8, 9)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Degeneracy why(FitResult<?> result) {
        return result.match(
                fitted -> {
                    throw new AssertionError("fitted: " + fitted);
                },
                FitResult.Degenerate::why);
    }
}
