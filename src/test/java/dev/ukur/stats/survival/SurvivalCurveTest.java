package dev.ukur.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import dev.ukur.stats.survival.SurvivalCurve.Band;
import dev.ukur.stats.survival.SurvivalCurve.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    /** Ended at 1, 2, 2 and 5; still going on at 2 and 4. */
    private static final List<Lifetime> SIX = List.of(ended(1), ended(2), ended(2), watched(2), watched(4), ended(5));

    /** At 1: 1 of 6, S = 5/6. At 2: 2 of 5, S = 5/6 3/5 = 1/2. At 4 nobody ends. At 5 the last one does: 0. */
    @Test
    void the_curve_multiplies_the_shares_that_last() {
        SurvivalCurve curve = SurvivalCurve.of(SIX);

        assertThat(curve.steps()).extracting(Step::time).containsExactly(1.0, 2.0, 4.0, 5.0);
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(6L, 5L, 2L, 1L);
        assertThat(curve.steps()).extracting(Step::ended).containsExactly(1L, 2L, 0L, 1L);
        assertThat(curve.steps()).extracting(Step::censored).containsExactly(0L, 1L, 1L, 0L);
        assertThat(curve.survival(0.9)).isEqualTo(1);
        assertThat(curve.survival(1)).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(curve.survival(3)).isCloseTo(0.5, within(1e-15));
        assertThat(curve.survival(4.9)).isCloseTo(0.5, within(1e-15));
        assertThat(curve.survival(5)).isZero();
    }

    /** Greenwood at 2: 1/(6 5) + 2/(5 3) = 1/6, so se = 1/2 √(1/6). */
    @Test
    void the_error_is_greenwoods() {
        Step step = SurvivalCurve.of(SIX).at(2).orElseThrow();

        assertThat(step.se()).isCloseTo(0.5 * Math.sqrt(1 / 6.0), within(1e-15));
    }

    /** log S ± 1.96 se/S = log 1/2 ± 1.96 √(1/6); log(-log S) ± 1.96 √(1/6) / log 2. */
    @Test
    void bands_are_symmetric_on_their_own_scale() {
        Step step = SurvivalCurve.of(SIX).at(2).orElseThrow();
        double reach = 1.959963984540054 * Math.sqrt(1 / 6.0);

        Interval log = step.band(Band.LOG).orElseThrow();
        Interval logLog = step.band(Band.LOG_LOG).orElseThrow();

        assertThat(log.low()).isCloseTo(0.5 * Math.exp(-reach), within(1e-12));
        assertThat(log.high()).isEqualTo(1);
        assertThat(logLog.low()).isCloseTo(Math.pow(0.5, Math.exp(reach / Math.log(2))), within(1e-12));
        assertThat(logLog.high()).isCloseTo(Math.pow(0.5, Math.exp(-reach / Math.log(2))), within(1e-12));
        assertThat(SurvivalCurve.of(SIX).at(5).orElseThrow().band(Band.LOG)).isEmpty();
    }

    /** The curve is exactly a half from 2 to 5: the middle, 3.5. Where it does not fall so far there is none. */
    @Test
    void the_median_is_where_half_has_ended() {
        assertThat(SurvivalCurve.of(SIX).median(Band.LOG).value()).contains(3.5);
        assertThat(SurvivalCurve.of(List.of(ended(1), ended(2), ended(3)))
                        .median(Band.LOG)
                        .value())
                .contains(2.0);
        assertThat(SurvivalCurve.of(List.of(ended(1), watched(2), watched(2)))
                        .median(Band.LOG)
                        .value())
                .isEmpty();
    }

    /**
     * Within 4: 1 for 1, 5/6 for 1, 1/2 for 2: 2.8333. From 1 on the area is 5/6 + 1 = 11/6, from 2 on 1; variance
     * (11/6)² 1/(6 5) + 1² 2/(5 3).
     */
    @Test
    void the_mean_within_a_horizon_is_the_area_under_the_curve() {
        Estimate mean = SurvivalCurve.of(SIX).meanWithin(4);

        assertThat(mean.value()).isCloseTo(1 + 5 / 6.0 + 1, within(1e-12));
        assertThat(mean.se()).isCloseTo(Math.sqrt(121 / 36.0 / 30 + 2 / 15.0), within(1e-12));
        assertThatThrownBy(() -> SurvivalCurve.of(SIX).meanWithin(5.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_curve_falls_between_1_and_0_and_does_not_know_the_order_of_rows() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Lifetime> lifetimes = new ArrayList<>();
            int count = 1 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                lifetimes.add(new Lifetime(random.nextInt(15), random.nextBoolean()));
            }
            SurvivalCurve curve = SurvivalCurve.of(lifetimes);
            Collections.shuffle(lifetimes, random);

            assertThat(SurvivalCurve.of(lifetimes)).isEqualTo(curve);
            double above = 1;
            for (Step step : curve.steps()) {
                assertThat(step.survival()).isBetween(0.0, above);
                above = step.survival();
                step.band(Band.LOG_LOG).ifPresent(band -> {
                    assertThat(band.holds(step.survival())).isTrue();
                    assertThat(band.low()).isNotNegative();
                    assertThat(band.high()).isLessThanOrEqualTo(1);
                });
            }
        }
    }

    /** Nothing censored: the curve is the share of those that lasted longer. */
    @Test
    void without_censoring_it_is_the_share_that_lasted_longer() {
        Random random = new Random(12);
        List<Lifetime> lifetimes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lifetimes.add(ended(random.nextInt(20)));
        }
        for (int time = 0; time < 20; time++) {
            int at = time;
            long longer = lifetimes.stream().filter(one -> one.time() > at).count();
            assertThat(SurvivalCurve.of(lifetimes).survival(time)).isCloseTo(longer / 60.0, within(1e-12));
        }
    }

    @Test
    void a_duration_is_a_number_from_0() {
        assertThatThrownBy(() -> ended(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ended(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> watched(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lifetime ended(double time) {
        return new Lifetime(time, true);
    }

    private static Lifetime watched(double time) {
        return new Lifetime(time, false);
    }
}
