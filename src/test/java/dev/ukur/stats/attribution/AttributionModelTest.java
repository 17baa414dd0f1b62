package dev.ukur.stats.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Shapley;
import dev.ukur.stats.attribution.MarkovModel.Effects;
import dev.ukur.stats.attribution.MarkovModel.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionModelTest {

    private static final Path FOUR = Path.of(new int[] {0, 1, 2, 3}, 1, 10, 0);

    private static final Map<String, AttributionModel> MODELS = Map.of(
            "first",
            TouchRule.first(),
            "last",
            TouchRule.last(),
            "linear",
            TouchRule.linear(),
            "position",
            TouchRule.position(),
            "decay",
            TouchRule.timeDecay(7),
            "markov 1",
            new MarkovModel(1, Paths.CONVERTED),
            "markov 1 all",
            new MarkovModel(1, Paths.ALL),
            "markov 2 all",
            new MarkovModel(2, Paths.ALL),
            "shapley",
            ShapleyModel.ADDITIVE,
            "shapley rate",
            ShapleyModel.RATE);

    @Test
    void rules_weigh_the_touches_of_a_path() {
        near(TouchRule.first().weights(FOUR), 1, 0, 0, 0);
        near(TouchRule.last().weights(FOUR), 0, 0, 0, 1);
        near(TouchRule.linear().weights(FOUR), .25, .25, .25, .25);
        near(TouchRule.position().weights(FOUR), .4, .1, .1, .4);
        near(TouchRule.position().weights(Path.of(new int[] {2, 0, 1}, 1, 0, 0)), .4, .2, .4);
        near(TouchRule.position().weights(Path.of(new int[] {0, 1}, 1, 0, 0)), .5, .5);
        near(TouchRule.position().weights(Path.of(new int[] {0}, 1, 0, 0)), 1);
        near(TouchRule.stepDecay().weights(FOUR), 1 / 15.0, 2 / 15.0, 4 / 15.0, 8 / 15.0);
    }

    /** Touches 21, 14, 7 and 0 days before, half as much each 7 days: 1 2 4 8; the same when all lie a year earlier. */
    @Test
    void time_decay_halves_with_each_half_life() {
        near(TouchRule.timeDecay(7).weights(timed(21, 14, 7, 0)), 1 / 15.0, 2 / 15.0, 4 / 15.0, 8 / 15.0);
        near(
                TouchRule.timeDecay(7).weights(timed(100_021, 100_014, 100_007, 100_000)),
                1 / 15.0,
                2 / 15.0,
                4 / 15.0,
                8 / 15.0);
        near(TouchRule.timeDecay(7).weights(FOUR), 1 / 15.0, 2 / 15.0, 4 / 15.0, 8 / 15.0);
    }

    /**
     * C1 > C2 > C3 converts, C1 and C2 > C3 do not. Start goes to C1 with 2/3 and to C2 with 1/3; C1 to C2 with 1/2; C2 to
     * C3 always; C3 converts with 1/2: (1/3 + 1/3) 1/2 = 1/3. Without C1 1/3 1/2 = 1/6 is left, without C2 or C3 nothing.
     */
    @Test
    void a_chain_gives_credit_by_what_fails_without_a_channel() {
        Journeys three = new Journeys(
                List.of("C1", "C2", "C3"),
                List.of(
                        Path.of(new int[] {0, 1, 2}, 1, 5, 0),
                        Path.of(new int[] {0}, 0, 0, 1),
                        Path.of(new int[] {1, 2}, 0, 0, 1)));

        Effects effects = new MarkovModel(1, Paths.ALL).effects(three);

        assertThat(effects.base()).isCloseTo(1 / 3.0, within(1e-12));
        near(effects.removal(), .5, 1, 1);
        near(effects.credits().conversions(), .2, .4, .4);
        near(effects.credits().value(), 1, 2, 2);
    }

    /** a > b converts, b > a does not. Order 1 cannot tell them apart; order 2 knows that only b after a converts. */
    @Test
    void a_chain_of_order_2_knows_what_came_before() {
        Journeys two = new Journeys(
                List.of("a", "b"), List.of(Path.of(new int[] {0, 1}, 1, 0, 0), Path.of(new int[] {1, 0}, 0, 0, 1)));

        assertThat(new MarkovModel(2, Paths.ALL).effects(two).base()).isCloseTo(0.5, within(1e-12));
        near(new MarkovModel(2, Paths.ALL).effects(two).removal(), 1, 1);
        near(new MarkovModel(2, Paths.ALL).credits(two).conversions(), .5, .5);
    }

    /** One left glove, two right ones; a pair is worth 1. */
    @Test
    void the_glove_game_has_the_values_of_the_textbook() {
        near(Shapley.values(3, set -> (set & 1) != 0 && (set & 6) != 0 ? 1 : 0), 2 / 3.0, 1 / 6.0, 1 / 6.0);
    }

    /**
     * Alone a converts 1 of 2, b 1 of 4, of both together 3 of 4. Rates: a 1/2, b 1/4, all (1+1+3)/10 = 1/2. Values: a
     * (1/2 + (1/2 - 1/4))/2 = 3/8, b (1/4 + 0)/2 = 1/8; five conversions in that proportion.
     */
    @Test
    void the_rate_game_is_played_on_conversion_rates() {
        Journeys two = new Journeys(
                List.of("a", "b"),
                List.of(
                        Path.of(new int[] {0}, 1, 0, 1),
                        Path.of(new int[] {1}, 1, 0, 3),
                        Path.of(new int[] {0, 1}, 3, 0, 1)));

        near(ShapleyModel.RATE.credits(two).conversions(), 3.75, 1.25);
        near(ShapleyModel.ADDITIVE.credits(two).conversions(), 2.5, 2.5);
    }

    @Test
    void credits_sum_to_the_conversions_and_do_not_know_the_order_of_paths() {
        Random random = new Random(14);
        for (int round = 0; round < 40; round++) {
            List<Path> paths = paths(random);
            Journeys journeys = new Journeys(List.of("a", "b", "c", "d", "e"), paths);
            List<Path> shuffled = new ArrayList<>(paths);
            Collections.shuffle(shuffled, random);
            MODELS.forEach((name, model) -> {
                Credits credits = model.credits(journeys);
                assertThat(Arrays.stream(credits.conversions()).sum())
                        .as(name)
                        .isCloseTo(journeys.conversions(), within(1e-12));
                assertThat(Arrays.stream(credits.value()).sum()).as(name).isCloseTo(journeys.value(), within(1e-9));
                double[] again = model.credits(new Journeys(journeys.channels(), shuffled))
                        .conversions();
                for (int i = 0; i < again.length; i++) {
                    assertThat(again[i]).as(name).isCloseTo(credits.conversions()[i], within(1e-9));
                }
            });
        }
    }

    /** The removal effect by its definition: whatever enters the channel is lost, in a chain walked forward. */
    @Test
    void removal_effects_equal_those_of_a_chain_walked_step_by_step() {
        Random random = new Random(15);
        for (int round = 0; round < 20; round++) {
            Journeys journeys = new Journeys(List.of("a", "b", "c", "d", "e"), paths(random));
            Effects effects = new MarkovModel(1, Paths.ALL).effects(journeys);
            double base = walked(journeys, -1);

            assertThat(effects.base()).isCloseTo(base, within(1e-9));
            for (int channel = 0; channel < 5; channel++) {
                assertThat(effects.removal()[channel]).isCloseTo(1 - walked(journeys, channel) / base, within(1e-9));
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_stability_and_a_clear_order_stays() {
        Journeys clear = new Journeys(
                List.of("a", "b"), List.of(Path.of(new int[] {0}, 900, 0, 0), Path.of(new int[] {1}, 100, 0, 0)));

        RankStability stability = RankStability.of(TouchRule.last(), clear, 200, 7);

        assertThat(stability).isEqualTo(RankStability.of(TouchRule.last(), clear, 200, 7));
        assertThat(stability.sameRank()).containsExactly(1.0, 1.0);
        // The share's own error is √(.9 .1 / 1000) = .0095.
        assertThat(stability.shares().get(0).holds(0.9)).isTrue();
        assertThat(stability.shares().get(0).width()).isBetween(2 * 1.4 * 0.0095, 2 * 2.6 * 0.0095);
    }

    @Test
    void without_a_conversion_there_is_nothing_to_attribute() {
        Journeys none = new Journeys(List.of("a"), List.of(Path.of(new int[] {0}, 0, 0, 3)));

        assertThatThrownBy(() -> new MarkovModel(1, Paths.ALL).credits(none))
                .isInstanceOf(IllegalArgumentException.class);
        near(TouchRule.linear().credits(none).conversions(), 0);
        assertThatThrownBy(() -> Path.of(new int[0], 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkovModel(3, Paths.ALL)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double walked(Journeys journeys, int removed) {
        double[][] moves = new double[6][7];
        for (Path path : journeys.paths()) {
            int from = 5;
            double weight = path.conversions() + path.nulls();
            for (int touch : path.touches()) {
                moves[from][touch] += weight;
                from = touch;
            }
            moves[from][5] += path.conversions();
            moves[from][6] += path.nulls();
        }
        double[] at = new double[6];
        at[5] = 1;
        double converted = 0;
        for (int step = 0; step < 3000; step++) {
            double[] next = new double[6];
            for (int from = 0; from < 6; from++) {
                double all = Arrays.stream(moves[from]).sum();
                for (int to = 0; to < 5 && all > 0; to++) {
                    next[to] += to == removed ? 0 : at[from] * moves[from][to] / all;
                }
                converted += all > 0 ? at[from] * moves[from][5] / all : 0;
            }
            at = next;
        }
        return converted;
    }

    private static List<Path> paths(Random random) {
        List<Path> paths = new ArrayList<>();
        paths.add(Path.of(new int[] {0}, 1, 3, 2));
        for (int i = 0; i < 30; i++) {
            int[] touches = random.ints(1 + random.nextInt(5), 0, 5).toArray();
            int conversions = random.nextInt(4);
            paths.add(Path.of(touches, conversions, conversions * random.nextInt(100), random.nextInt(6)));
        }
        return paths;
    }

    private static Path timed(double... days) {
        return new Path(new int[days.length], Optional.of(days), 1, 0, 0);
    }

    private static void near(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(1e-12));
    }
}
