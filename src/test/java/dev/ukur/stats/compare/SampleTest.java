package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import org.junit.jupiter.api.Test;

class SampleTest {

    /** Mean 3, variance 2.5, se √0.5; t(0.975; 4) = 2.776445. */
    @Test
    void the_interval_of_a_mean_uses_students_t() {
        Interval interval = Sample.of(1, 2, 3, 4, 5).estimate().orElseThrow().interval();

        assertThat(interval.low()).isCloseTo(3 - 2.7764451051977987 * Math.sqrt(0.5), within(1e-9));
        assertThat(interval.high()).isCloseTo(3 + 2.7764451051977987 * Math.sqrt(0.5), within(1e-9));
    }

    @Test
    void sums_give_the_same_sample_as_the_numbers() {
        Sample sample = Sample.ofSums(4, 20, 120);

        assertThat(sample).isEqualTo(new Sample(4, 5, 20 / 3.0));
        assertThat(Sample.of(2, 4, 6, 8).variance()).isCloseTo(20 / 3.0, within(1e-12));
        assertThat(Sample.of(7).estimate()).isEmpty();
    }

    /**
     * The inputs of the tests of GrowthBook's statistics package, 3,407 and 3,461 users, with its answers: the relative
     * lift .70732 with error .37879, interval -.03526 to 1.44989, p .06191; the difference .29, error .12478, interval
     * .04538 to .53462, p .02016.
     */
    @Test
    void lift_and_difference_of_means_equal_the_published_answers() {
        Estimate control = Sample.ofSums(3407, 1396.87, 52377.9767).estimate().orElseThrow();
        Estimate treatment = Sample.ofSums(3461, 2422.7, 134698.29).estimate().orElseThrow();

        answers(treatment.liftOver(control), 0.70732, 0.37879, -0.03526, 1.44989, 0.06191);
        answers(treatment.minus(control), 0.29, 0.12478, 0.04538, 0.53462, 0.02016);
    }

    /** R: t.test(c(1,2,3,4,5), c(2,4,6,8)): t = -1.3587, df = 4.2308... worked out by hand below. */
    @Test
    void welch_gives_up_degrees_of_freedom_when_variances_differ() {
        Estimate difference = Sample.of(1, 2, 3, 4, 5)
                .estimate()
                .orElseThrow()
                .minus(Sample.of(2, 4, 6, 8).estimate().orElseThrow());

        double v1 = 2.5 / 5;
        double v2 = 20 / 3.0 / 4;
        assertThat(difference.value()).isEqualTo(-2);
        assertThat(difference.se()).isCloseTo(Math.sqrt(v1 + v2), within(1e-12));
        assertThat(difference.df()).isCloseTo((v1 + v2) * (v1 + v2) / (v1 * v1 / 4 + v2 * v2 / 3), within(1e-12));
    }

    private static void answers(Estimate estimate, double value, double se, double low, double high, double p) {
        assertThat(new double[] {
                    estimate.value(),
                    estimate.se(),
                    estimate.interval().low(),
                    estimate.interval().high(),
                    estimate.p()
                })
                .containsExactly(new double[] {value, se, low, high, p}, within(0.000005));
    }
}
