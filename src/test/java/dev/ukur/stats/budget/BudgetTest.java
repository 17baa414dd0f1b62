package dev.ukur.stats.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.budget.Allocation.Channel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final double FREE = Double.POSITIVE_INFINITY;

    /** θ 1/2: 100, 50 + 0, 25 + 80. Normalised over 2: weights 2/3 and 1/3. */
    @Test
    void spending_works_on_geometrically() {
        assertThat(Adstock.geometric(new double[] {100, 0, 80}, 0.5)).containsExactly(100, 50, 105);
        assertThat(Adstock.normalisedGeometric(new double[] {90, 0, 0}, 0.5, 2))
                .containsExactly(new double[] {60, 30, 0}, within(1e-12));
        assertThatThrownBy(() -> Adstock.geometric(new double[] {1}, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Five periods, scale 1/2: reach 3. Shape 1: what is left falls by e^(-1/3), then by e^(-2/3): 100, 71.65, 36.79. */
    @Test
    void spending_works_on_as_long_as_a_weibull_law_lasts() {
        double[] out = Adstock.weibullSurvival(new double[] {100, 0, 0, 0, 0}, 1, 0.5);

        assertThat(out[0]).isEqualTo(100);
        assertThat(out[1]).isCloseTo(100 * Math.exp(-1 / 3.0), within(1e-9));
        assertThat(out[2]).isCloseTo(100 * Math.exp(-1), within(1e-9));
    }

    /** Shape 1 falls from the first period on: weights 1 for the first and 0 for the last. */
    @Test
    void a_density_is_scaled_from_0_to_1() {
        double[] out = Adstock.weibullDensity(new double[] {100, 0, 0, 0, 0}, 1, 0.5);

        assertThat(out[0]).isEqualTo(100);
        assertThat(out[4]).isZero();
        assertThat(out).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** Hill with α 3 at half, 1.5 times half: 1/2, 27/(27+8). */
    @Test
    void curves_saturate() {
        assertThat(Saturation.hill(3, 10).at(10)).isEqualTo(0.5);
        assertThat(Saturation.hill(3, 10).at(15)).isCloseTo(27 / 35.0, within(1e-12));
        assertThat(Saturation.hill(3, 10).at(0)).isZero();
        assertThat(Saturation.michaelisMenten(8, 2).at(6)).isEqualTo(6);
        assertThat(Saturation.logistic(2).at(1)).isCloseTo((1 - Math.exp(-2)) / (1 + Math.exp(-2)), within(1e-12));
        assertThat(Saturation.logarithmic(5, 2).at(2 * (Math.E - 1))).isCloseTo(5, within(1e-12));
    }

    /** Marginal return b/(k+s): with b 50 30 20, k 10 5 2 and 60 to spend it is 100/77: spends 28.5, 18.1, 13.4. */
    @Test
    void a_budget_is_divided_so_that_returns_are_equal() {
        Allocation answer = Allocation.of(
                List.of(new Channel(50, 10, 0, FREE), new Channel(30, 5, 0, FREE), new Channel(20, 2, 0, FREE)), 60);

        assertThat(answer.marginal()).isCloseTo(100 / 77.0, within(1e-9));
        assertThat(answer.spends().get(0)).isCloseTo(28.5, within(1e-6));
        assertThat(answer.spends().get(1)).isCloseTo(18.1, within(1e-6));
        assertThat(answer.spends().get(2)).isCloseTo(13.4, within(1e-6));
    }

    /** Each spend keeps its bounds, all of it is spent, and moving money between two channels never helps. */
    @Test
    void no_other_division_is_better() {
        Random random = new Random(62);
        for (int round = 0; round < 200; round++) {
            List<Channel> channels = List.of(channel(random), channel(random), channel(random), channel(random));
            double least = channels.stream().mapToDouble(Channel::least).sum();
            double most = channels.stream().mapToDouble(Channel::most).sum();
            double budget = least + random.nextDouble() * (most - least);
            Allocation answer = Allocation.of(channels, budget);

            assertThat(answer.spends().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(budget, within(1e-6 * budget + 1e-9));
            for (int from = 0; from < 4; from++) {
                for (int to = 0; to < 4; to++) {
                    double step = 1e-3;
                    double less = answer.spends().get(from) - step;
                    double more = answer.spends().get(to) + step;
                    Channel a = channels.get(from);
                    Channel b = channels.get(to);
                    if (from != to && less >= a.least() && more <= b.most()) {
                        double gain = b.b() * Math.log((b.k() + more) / (b.k() + more - step));
                        double loss = a.b() * Math.log((a.k() + less + step) / (a.k() + less));
                        assertThat(gain).isLessThanOrEqualTo(loss + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void a_budget_outside_the_bounds_is_refused_and_the_bounds_themselves_are_not() {
        List<Channel> two = List.of(new Channel(5, 1, 10, 20), new Channel(3, 1, 0, 5));

        assertThatThrownBy(() -> Allocation.of(two, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.of(two, 26)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Allocation.of(two, 25).spends()).containsExactly(20.0, 5.0);
        assertThat(Allocation.of(two, 10).spends().get(0)).isEqualTo(10);
        assertThat(Allocation.of(two, 10).spends().get(1)).isCloseTo(0, within(1e-12));
    }

    private static Channel channel(Random random) {
        double least = random.nextInt(3) == 0 ? 10 * random.nextDouble() : 0;
        return new Channel(
                1 + 50 * random.nextDouble(), 1 + 20 * random.nextDouble(), least, least + 60 * random.nextDouble());
    }
}
