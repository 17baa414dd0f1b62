package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that may be looked at every day: {@link AlwaysValidTest} and {@link ConfidenceSequence}. */
class LookingDailyTest {

    private static final int RUNS = 4000;
    private static final int DAYS = 28;

    @Test
    void the_interval_excludes_no_difference_exactly_when_p_is_below_five_percent() {
        AlwaysValidTest test = new AlwaysValidTest(0.03);
        double edge = test.interval(Estimate.normal(0, 0.02)).high();

        assertThat(test.p(Estimate.normal(edge, 0.02))).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void the_smallest_p_of_all_looks_counts() {
        AlwaysValidTest test = new AlwaysValidTest(0.03);
        Estimate strong = Estimate.normal(0.08, 0.02);

        assertThat(test.p(List.of(Estimate.normal(0.01, 0.03), strong, Estimate.normal(0.02, 0.015))))
                .isEqualTo(test.p(strong));
        assertThat(test.p(List.of())).isEqualTo(1);
    }

    /** The tests of the R package confseq: rho 12.60056 at v = 100, log m(10, 100) -.6510052, bound 30.35209. */
    @Test
    void the_mixture_boundary_equals_the_published_values() {
        ConfidenceSequence sequence = ConfidenceSequence.nearlyTightestAt(100);

        assertThat(sequence.rho()).isCloseTo(12.60056, within(1e-5));
        assertThat(sequence.logMartingale(10, 100)).isCloseTo(-0.6510052, within(1e-6));
        assertThat(sequence.bound(100)).isCloseTo(30.35209, within(1e-5));
    }

    @Test
    void no_other_sequence_is_tighter_where_it_is_tightest() {
        ConfidenceSequence best = ConfidenceSequence.tightestAt(100);

        assertThat(best.bound(100))
                .isLessThan(new ConfidenceSequence(best.rho() * 1.05).bound(100))
                .isLessThan(new ConfidenceSequence(best.rho() / 1.05).bound(100));
    }

    @Test
    void the_interval_of_a_running_mean_is_the_bound_per_observation() {
        Interval interval = new ConfidenceSequence(12.6).mean(new Sample(50, 3, 2));

        assertThat(interval.high() - 3).isCloseTo(new ConfidenceSequence(12.6).bound(100) / 50, within(1e-15));
    }

    /** 4,000 comparisons of shares of 5 % without any difference, looked at on each of 28 days. */
    @Test
    void daily_looks_at_a_fixed_test_cry_wolf_in_a_quarter_of_all_comparisons_and_always_valid_ones_do_not() {
        int fixed = 0;
        int mixture = 0;
        int sequence = 0;
        AlwaysValidTest test = new AlwaysValidTest(0.005);
        double dailyVariance = 2 * 0.05 * 0.95 / 500;
        Random random = new Random(7);
        for (int run = 0; run < RUNS; run++) {
            List<Estimate> looks = looks(random, dailyVariance);
            fixed += looks.stream().anyMatch(look -> look.p() < 0.05) ? 1 : 0;
            mixture += test.p(looks) < 0.05 ? 1 : 0;
            sequence += leaves(looks, dailyVariance) ? 1 : 0;
        }
        assertThat(fixed / (double) RUNS).isCloseTo(0.278, within(0.02));
        assertThat(mixture / (double) RUNS).isCloseTo(0.006, within(0.01));
        assertThat(sequence / (double) RUNS).isCloseTo(0.016, within(0.01));
    }

    private static List<Estimate> looks(Random random, double dailyVariance) {
        List<Estimate> looks = new ArrayList<>();
        double sum = 0;
        for (int day = 1; day <= DAYS; day++) {
            sum += random.nextGaussian() * Math.sqrt(dailyVariance);
            looks.add(Estimate.normal(sum / day, Math.sqrt(dailyVariance / day)));
        }
        return looks;
    }

    private static boolean leaves(List<Estimate> looks, double dailyVariance) {
        ConfidenceSequence sequence = ConfidenceSequence.tightestAt(dailyVariance * DAYS / 2);
        for (int day = 1; day <= DAYS; day++) {
            if (Math.abs(looks.get(day - 1).value()) * day > sequence.bound(dailyVariance * day)) {
                return true;
            }
        }
        return false;
    }
}
