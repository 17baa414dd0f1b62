package dev.ukur.stats.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.customer.GammaGamma.Spend;
import dev.ukur.stats.fit.FitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    /** p 2, q 4, γ 30: without purchases 2 30/3 = 20; two of mean 50: 2 (30 + 100) / (4 + 3) = 260/7. */
    @Test
    void the_expected_value_lies_between_a_customers_mean_and_that_of_all() {
        GammaGamma model = new GammaGamma(2, 4, 30);

        assertThat(model.expected(new Spend(0, 0))).isCloseTo(20, within(1e-12));
        assertThat(model.expected(new Spend(2, 50))).isCloseTo(260 / 7.0, within(1e-12));
        assertThatThrownBy(() -> new GammaGamma(2, 1, 30).expected(new Spend(0, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    /** Exponential purchases (p = 1) around means whose rate is the sum of 4 exponentials (q = 4), in Rupiah. */
    @Test
    void parameters_of_simulated_customers_are_found_again_in_any_order() {
        Random random = new Random(31);
        List<Spend> customers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double rate = 0;
            for (int k = 0; k < 4; k++) {
                rate -= Math.log(1 - random.nextDouble()) / 300_000;
            }
            int purchases = 1 + random.nextInt(6);
            double sum = 0;
            for (int k = 0; k < purchases; k++) {
                sum -= Math.log(1 - random.nextDouble()) / rate;
            }
            customers.add(new Spend(purchases, sum / purchases));
        }
        FitResult.Fitted<GammaGamma> fit = GammaGamma.fit(customers).fitted().orElseThrow();

        List<Double> truth = List.of(1.0, 4.0, 300_000.0);
        for (int i = 0; i < 3; i++) {
            assertThat(fit.model().parameters().get(i))
                    .isCloseTo(truth.get(i), within(4 * fit.standardErrors().get(i)))
                    .isCloseTo(truth.get(i), within(0.1 * truth.get(i)));
        }
        Collections.shuffle(customers, random);
        assertThat(GammaGamma.fit(customers)).isEqualTo(FitResult.class.cast(fit));
    }

    @Test
    void too_few_or_equal_customers_determine_nothing() {
        assertThat(GammaGamma.fit(List.of(new Spend(1, 5), new Spend(0, 0))).fitted())
                .isEmpty();
        assertThat(GammaGamma.fit(Collections.nCopies(50, new Spend(3, 20))).fitted())
                .isEmpty();
    }
}
