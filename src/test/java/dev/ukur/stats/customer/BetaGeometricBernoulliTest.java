package dev.ukur.stats.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.customer.BetaGeometricBernoulli.Group;
import dev.ukur.stats.fit.FitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BetaGeometricBernoulliTest {

    /** 40,000 customers over 8 rounds; Beta(1, 2) and Beta(1, 3) drawn as 1 - U^(1/2) and 1 - U^(1/3). */
    @Test
    void parameters_of_simulated_customers_are_found_again_in_any_order() {
        Random random = new Random(41);
        Map<String, int[]> seen = new TreeMap<>();
        for (int i = 0; i < 40_000; i++) {
            double buys = 1 - Math.pow(random.nextDouble(), 1 / 2.0);
            double dies = 1 - Math.pow(random.nextDouble(), 1 / 3.0);
            int bought = 0;
            int last = 0;
            for (int round = 1; round <= 8 && random.nextDouble() >= dies; round++) {
                if (random.nextDouble() < buys) {
                    bought++;
                    last = round;
                }
            }
            int x = bought;
            int t = last;
            seen.computeIfAbsent(x + " " + t, key -> new int[] {x, t, 0})[2]++;
        }
        List<Group> groups = new ArrayList<>();
        seen.values().forEach(one -> groups.add(new Group(one[0], one[1], 8, one[2])));
        FitResult.Fitted<BetaGeometricBernoulli> fit =
                BetaGeometricBernoulli.fit(groups).fitted().orElseThrow();

        List<Double> truth = List.of(1.0, 2.0, 1.0, 3.0);
        for (int i = 0; i < 4; i++) {
            assertThat(fit.model().parameters().get(i))
                    .isCloseTo(truth.get(i), within(4 * fit.standardErrors().get(i)));
        }
        Collections.shuffle(groups, random);
        List<Double> again = BetaGeometricBernoulli.fit(groups)
                .fitted()
                .orElseThrow()
                .model()
                .parameters();
        for (int i = 0; i < 4; i++) {
            assertThat(again.get(i)).isCloseTo(fit.model().parameters().get(i), within(1e-3));
        }
    }

    /** One round: bought with E(buys) E(lives). With all of α, β, γ, δ at 1: 1/4 bought, 3/4 did not; n = 1 is flat. */
    @Test
    void what_determines_nothing_is_reported() {
        assertThat(BetaGeometricBernoulli.fit(List.of(new Group(0, 0, 5, 10))).fitted())
                .isEmpty();
        assertThat(BetaGeometricBernoulli.fit(List.of(new Group(1, 1, 1, 1), new Group(0, 0, 1, 3)))
                        .fitted())
                .isEmpty();
        assertThatThrownBy(() -> new Group(2, 1, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
