package dev.ukur.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.survival.ArrivalCurve.Arrivals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {

    /**
     * Five days old: 4 arrived at once, 4 after two days, 2 after four. Three days old: 2 at once, 2 after two. One day old: 3
     * at once. After four days: 2 of the 10 that could be seen so late, so 8/10 are there before. After two: 6 of the 12 of
     * beginnings at least two days old. So 8/10 · 6/12 = 0.4 arrive within a day, and the log has the variance 2/80 + 6/72.
     */
    @Test
    void shares_arrived_by_age_by_hand() {
        ArrivalCurve curve = ArrivalCurve.of(List.of(
                new Arrivals(5, 0, 4),
                new Arrivals(5, 2, 4),
                new Arrivals(5, 4, 2),
                new Arrivals(3, 0, 2),
                new Arrivals(3, 2, 2),
                new Arrivals(1, 0, 3)));

        assertThat(curve.shares()).containsExactly(new double[] {0.4, 0.4, 0.8, 0.8, 1}, within(1e-12));
        double reach = 1.959964 * Math.sqrt(2 / 80.0 + 6 / 72.0);
        assertThat(curve.at(1).low()).isCloseTo(0.4 * Math.exp(-reach), within(1e-6));
        assertThat(curve.at(1).high()).isCloseTo(0.4 * Math.exp(reach), within(1e-6));
        assertThat(curve.at(99)).isEqualTo(new ArrivalCurve.Share(1, 1, 1));
        assertThat(curve.age(0.8)).isEqualTo(2);
        assertThat(curve.age(0.81)).isEqualTo(4);
    }

    @Test
    void what_arrives_at_once_is_there_at_once() {
        ArrivalCurve curve = ArrivalCurve.of(List.of(new Arrivals(9, 0, 50), new Arrivals(0, 0, 5)));

        assertThat(curve.at(0).value()).isEqualTo(1);
        assertThat(curve.age(0.95)).isZero();
        assertThat(ArrivalCurve.of(List.of()).at(0).value()).isEqualTo(1);
    }

    /**
     * Delays with a mean of 12 days, seen for 120 days: a share of 1 - (12/13)^(a+1) arrives within a days, of which a plain
     * count of the delays seen would make too much. What is told holds the truth nearly as often as it says.
     */
    @Test
    void delays_cut_off_by_today_are_told_without_bias() {
        Random dice = new Random(20261127);
        int runs = 300;
        double mean = 0;
        double plain = 0;
        int held = 0;
        double truth = (1 - Math.pow(12 / 13.0, 11)) / (1 - Math.pow(12 / 13.0, 120));
        for (int run = 0; run < runs; run++) {
            List<Arrivals> seen = arrivals(dice);
            ArrivalCurve.Share share = ArrivalCurve.of(seen).at(10);
            mean += share.value() / runs;
            held += share.low() <= truth && truth <= share.high() ? 1 : 0;
            plain += seen.stream().filter(one -> one.delay() <= 10).count() / (double) seen.size() / runs;
        }
        System.out.printf(
                "arrived by day 10: truth %.3f, told %.3f, plain count %.3f; 95 %% intervals held %.1f %%%n",
                truth, mean, plain, 100.0 * held / runs);
        assertThat(mean).isCloseTo(truth, within(0.01));
        assertThat(plain).isGreaterThan(truth + 0.03);
        assertThat(held / (double) runs).isBetween(0.92, 0.98);
    }

    private static List<Arrivals> arrivals(Random dice) {
        List<Arrivals> seen = new ArrayList<>();
        for (int age = 0; age < 120; age++) {
            for (int lead = 0; lead < 3; lead++) {
                int delay = (int) Math.floor(Math.log(dice.nextDouble()) / Math.log(12 / 13.0));
                if (delay <= age) {
                    seen.add(new Arrivals(age, delay, 1));
                }
            }
        }
        return seen;
    }
}
