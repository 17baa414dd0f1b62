package dev.ukur.stats.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.customer.BetaGeometric.Kind;
import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RepeatModelTest {

    /** r = 1, α = 1, a = 1, b = 1: a customer with 1 repeat at 1, watched until 3. */
    private static final History ONE = new History(1, 1, 3);

    /**
     * Odds of being gone: a/(b+x-1) ((α+T)/(α+t_x))^(r+x) = 1/1 (4/2)² = 4, so alive with 1/5. In the MBG/NBD b + 1 stands
     * for b: 1/2 4 = 2, alive with 1/3. Without repeats the BG/NBD lets nobody go; the MBG/NBD with odds 1/1 4 = 4.
     */
    @Test
    void the_probability_of_being_alive_by_hand() {
        BetaGeometric bg = new BetaGeometric(1, 1, 1, 1, Kind.BG);
        BetaGeometric mbg = new BetaGeometric(1, 1, 1, 1, Kind.MBG);

        assertThat(bg.alive(ONE)).isCloseTo(0.2, within(1e-12));
        assertThat(mbg.alive(ONE)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(bg.alive(new History(0, 0, 3))).isEqualTo(1);
        assertThat(mbg.alive(new History(0, 0, 3))).isCloseTo(0.2, within(1e-12));
    }

    /** None in a time of 1 with r = 1, α = 1: 1/2. The probabilities of all counts sum to 1, their mean is the expected. */
    @Test
    void counts_of_a_new_customer_are_a_distribution() {
        BetaGeometric model = new BetaGeometric(1, 1, 1, 3, Kind.BG);
        double sum = 0;
        double mean = 0;
        for (int x = 0; x < 120; x++) {
            sum += model.probability(x, 1);
            mean += x * model.probability(x, 1);
        }

        assertThat(model.probability(0, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expected(1), within(1e-4));
    }

    @Test
    void nothing_is_expected_in_no_time_and_more_in_more() {
        for (RepeatModel model : List.<RepeatModel>of(
                new BetaGeometric(.24, 4.4, .79, 2.4, Kind.BG),
                new BetaGeometric(.24, 4.4, 1, 2.4, Kind.MBG),
                new ParetoNbd(.55, 10.6, .6, 11.7),
                new ParetoNbd(.55, 10.6, 1, 9.7))) {
            assertThat(model.expected(0)).isCloseTo(0, within(1e-12));
            double before = 0;
            for (double time = 1; time < 200; time *= 2) {
                assertThat(model.expected(ONE, time)).isGreaterThan(before);
                before = model.expected(ONE, time);
            }
            assertThat(model.alive(ONE)).isBetween(0.0, 1.0);
            assertThat(model.alive(new History(1, 2, 3))).isGreaterThan(model.alive(ONE));
        }
    }

    /** r = s = α = β = 1 and x = 0: A0 is the integral of the hand-worked density; alive = 1 / (1 + 1/2 (16 - 1)). */
    @Test
    void pareto_alive_by_hand_when_both_scales_are_equal() {
        // Odds s/(r+s+x) (α+T)^(r+x) (β+T)^s [(α+t)^-(r+s+x) - (α+T)^-(r+s+x)] = 1/2 4 4 (1 - 1/16) = 7.5.
        assertThat(new ParetoNbd(1, 1, 1, 1).alive(new History(0, 0, 3))).isCloseTo(1 / 8.5, within(1e-12));
        // One purchase at 1: 1/3 4² 4 (1/8 - 1/64) = 7/3.
        assertThat(new ParetoNbd(1, 1, 1, 1).alive(ONE)).isCloseTo(1 / (1 + 7 / 3.0), within(1e-12));
    }

    /** 30,000 simulated customers, watched 20 to 39 weeks, with r .8, α 6, a .9, b 2.6. */
    @Test
    void parameters_of_simulated_customers_are_found_again() {
        List<History> histories = simulated(30_000, 21);

        FitResult.Fitted<BetaGeometric> fit =
                BetaGeometric.fit(histories, Kind.BG).fitted().orElseThrow();

        List<Double> truth = List.of(.8, 6.0, .9, 2.6);
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i);
            assertThat(error).isBetween(0.0, 0.15 * truth.get(i));
            assertThat(fit.model().parameters().get(i)).isCloseTo(truth.get(i), within(4 * error));
        }
    }

    @Test
    void the_order_of_customers_changes_nothing() {
        List<History> histories = simulated(2000, 22);
        List<History> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(23));

        assertThat(BetaGeometric.fit(shuffled, Kind.BG)).isEqualTo(BetaGeometric.fit(histories, Kind.BG));
        assertThat(BetaGeometric.fit(shuffled, Kind.MBG)).isEqualTo(BetaGeometric.fit(histories, Kind.MBG));
    }

    /** A fit of this model evaluates hypergeometric functions for every customer: it takes a minute. */
    @Test
    @Tag("slow")
    void the_order_of_customers_changes_nothing_for_pareto_either() {
        List<History> few = simulated(2000, 22).subList(0, 300);
        List<History> mixed = new ArrayList<>(few);
        Collections.shuffle(mixed, new Random(24));

        assertThat(ParetoNbd.fit(mixed)).isEqualTo(ParetoNbd.fit(few));
    }

    @Test
    void customers_who_never_come_back_determine_nothing() {
        List<History> none = List.of(new History(0, 0, 10), new History(0, 0, 30));

        assertThat(why(BetaGeometric.fit(none, Kind.BG))).isEqualTo(Degeneracy.NOTHING_HAPPENED);
        assertThat(why(BetaGeometric.fit(none, Kind.MBG))).isEqualTo(Degeneracy.NOTHING_HAPPENED);
        assertThat(why(ParetoNbd.fit(none))).isEqualTo(Degeneracy.NOTHING_HAPPENED);
        assertThat(why(BetaGeometric.fit(List.of(), Kind.BG))).isEqualTo(Degeneracy.NOTHING_HAPPENED);
    }

    /** Everybody buys every week until the end: no drop-out is to be seen, and all are alike. */
    @Test
    void customers_who_never_leave_are_reported() {
        List<History> loyal = Collections.nCopies(200, new History(20, 20, 20.5));

        assertThat(BetaGeometric.fit(loyal, Kind.BG).fitted()).isEmpty();
        assertThat(ParetoNbd.fit(loyal).fitted()).isEmpty();
    }

    @Test
    void a_history_hangs_together() {
        assertThatThrownBy(() -> new History(0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new History(1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new History(1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new History(-1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Degeneracy why(FitResult<?> result) {
        return result.match(
                fitted -> {
                    throw new AssertionError("fitted: " + fitted);
                },
                FitResult.Degenerate::why);
    }

    private static List<History> simulated(int customers, long seed) {
        Random random = new Random(seed);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = gamma(random, .8) / 6;
            double left = gamma(random, .9);
            double leaves = left / (left + gamma(random, 2.6));
            double watched = 20 + random.nextInt(20);
            int x = 0;
            double last = 0;
            double time = -Math.log(1 - random.nextDouble()) / rate;
            while (time <= watched && time > last) {
                x++;
                last = time;
                time += random.nextDouble() < leaves ? 1e9 : -Math.log(1 - random.nextDouble()) / rate;
            }
            histories.add(new History(x, last, watched));
        }
        return histories;
    }

    /** Marsaglia and Tsang 2000; shapes below 1 by a power of a uniform draw. */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
