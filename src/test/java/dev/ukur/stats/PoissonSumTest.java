package dev.ukur.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.TwoProportions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoissonSumTest {

    /** The table of Garwood 1936 at 95 %, as every textbook of epidemiology prints it. */
    @Test
    void the_interval_of_a_count_is_that_of_garwoods_table() {
        assertEnds(1, 0.03, 5.57);
        assertEnds(5, 1.62, 11.67);
        assertEnds(10, 4.80, 18.39);
        assertEnds(20, 12.22, 30.89);
        assertEnds(50, 37.11, 65.92);
        assertEnds(100, 81.36, 121.63);
    }

    @Test
    void amounts_that_are_all_alike_are_a_count_of_them() {
        Interval count = PoissonSum.ofCount(7).interval().orElseThrow();
        Interval sum = new PoissonSum(7 * 250, 7 * 250.0 * 250, 250).interval().orElseThrow();

        assertThat(sum.low()).isCloseTo(250 * count.low(), within(1e-6));
        assertThat(sum.high()).isCloseTo(250 * count.high(), within(1e-6));
    }

    @Test
    void nothing_and_less_than_nothing_have_no_interval() {
        assertThat(PoissonSum.ofCount(0).interval()).isEmpty();
        assertThat(new PoissonSum(-3, 9, 0).interval()).isEmpty();
    }

    /** Campbell's variance at so many events that the normal distribution serves: 1.96 times the root of all squares. */
    @Test
    void a_large_sum_has_the_interval_of_the_normal_distribution() {
        Interval ends = new PoissonSum(4e9, 4e12, 1000).interval().orElseThrow();

        assertThat(ends.low()).isCloseTo(4e9 - 1.959964 * 2e6, within(2e3));
        assertThat(ends.high()).isCloseTo(4e9 + 1.959964 * 2e6, within(4e3));
    }

    /**
     * Orders come 12, 20 or 60 to a month, each worth what a log-normal draw says (a few are twenty times the middle one). Of
     * the months with 10 orders or more the 95 % interval misses the expected revenue in 5 %, give or take the chance of 2,000.
     */
    @Test
    void the_interval_of_a_sum_of_unlike_amounts_holds_the_expected_sum_as_often_as_it_says() {
        Random dice = new Random(20261127);
        for (int expected : new int[] {12, 20, 60}) {
            int told = 0;
            int missed = 0;
            for (int month = 0; month < 2000; month++) {
                List<Double> worth = month(dice, expected);
                if (worth.size() >= 10) {
                    told++;
                    missed += sum(worth).interval().orElseThrow().holds(expected * Math.exp(0.5)) ? 0 : 1;
                }
            }
            assertThat(missed / (double) told).as("%d orders a month", expected).isBetween(0.01, 0.065);
        }
    }

    private static List<Double> month(Random dice, int expected) {
        List<Double> worth = new ArrayList<>();
        for (double time = wait(dice, expected); time < 1; time += wait(dice, expected)) {
            worth.add(Math.exp(dice.nextGaussian()));
        }
        return worth;
    }

    private static PoissonSum sum(List<Double> worth) {
        return new PoissonSum(
                worth.stream().mapToDouble(one -> one).sum(),
                worth.stream().mapToDouble(one -> one * one).sum(),
                worth.stream().mapToDouble(one -> one).max().orElse(0));
    }

    private static double wait(Random dice, int expected) {
        return -Math.log(1 - dice.nextDouble()) / expected;
    }

    @Test
    void the_difference_recovered_from_two_wilson_intervals_is_newcombes() {
        Interval one = Wilson.interval(56, 70).orElseThrow();
        Interval other = Wilson.interval(48, 80).orElseThrow();
        Interval newcombe = new TwoProportions(new Proportion(56, 70), new Proportion(48, 80)).newcombe();

        Interval recovered = one.less(0.8, 0.6, other);
        assertThat(recovered.low()).isCloseTo(newcombe.low(), within(1e-12));
        assertThat(recovered.high()).isCloseTo(newcombe.high(), within(1e-12));
    }

    private static void assertEnds(int events, double low, double high) {
        Interval ends = PoissonSum.ofCount(events).interval().orElseThrow();
        assertThat(ends.low()).as("low of %d", events).isCloseTo(low, within(5e-3));
        assertThat(ends.high()).as("high of %d", events).isCloseTo(high, within(5e-3));
    }
}
