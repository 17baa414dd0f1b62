package dev.ukur.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.Beta;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoProportionsTest {

    /** Newcombe 1998, Statistics in Medicine 17:873, Table II, method 10: published to four places. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
    })
    void the_interval_of_a_difference_equals_the_published_table(
            double k1, double n1, double k2, double n2, double low, double high) {
        TwoProportions two = two(k1, n1, k2, n2);

        assertThat(two.newcombe().low()).isCloseTo(low, within(0.00005));
        assertThat(two.newcombe().high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void turned_round_the_difference_changes_its_sign_and_nothing_else() {
        TwoProportions two = two(9, 40, 5, 60);
        TwoProportions back = two(5, 60, 9, 40);

        assertThat(back.newcombe().low()).isCloseTo(-two.newcombe().high(), within(1e-15));
        assertThat(back.zTest().statistic()).isCloseTo(-two.zTest().statistic(), within(1e-15));
        assertThat(back.zTest().p()).isCloseTo(two.zTest().p(), within(1e-15));
        assertThat(back.fisher()).isCloseTo(two.fisher(), within(1e-13));
        assertThat(back.chanceFirstIsLarger()).isCloseTo(1 - two.chanceFirstIsLarger(), within(1e-12));
    }

    @Test
    void the_z_test_pools_the_shares() {
        // Pooled share 1/2, variance 1/4 (1/100 + 1/100) = 0.005; difference 0.2: z = 2.8284.
        Significance test = two(60, 100, 40, 100).zTest();

        assertThat(test.statistic()).isCloseTo(0.2 / Math.sqrt(0.005), within(1e-12));
        assertThat(test.p()).isCloseTo(0.004677734981, within(1e-11));
        assertThat(two(0, 10, 0, 20).zTest()).isEqualTo(new Significance(0, 1));
    }

    /** Fisher's tea: 3 of 4 cups named rightly; probabilities of the tables are 1, 16, 36, 16, 1 seventieths. */
    @Test
    void the_lady_tasting_tea_may_have_guessed() {
        assertThat(two(3, 4, 1, 4).fisher()).isCloseTo(34 / 70.0, within(1e-12));
        assertThat(two(4, 4, 0, 4).fisher()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(two(2, 4, 2, 4).fisher()).isCloseTo(1, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> two(1.5, 4, 1, 4).fisher());
    }

    /** With a uniform prior and no data both are alike; Beta(2, 1) exceeds Beta(1, 1) with probability 2/3. */
    @Test
    void the_chance_that_one_share_is_larger_is_exact_where_it_can_be_worked_out() {
        assertThat(BetaDuel.chanceFirstIsLarger(new Beta(1, 1), new Beta(1, 1))).isCloseTo(0.5, within(1e-12));
        assertThat(BetaDuel.chanceFirstIsLarger(new Beta(2, 1), new Beta(1, 1))).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(BetaDuel.chanceFirstIsLarger(new Beta(0.5, 0.5), new Beta(0.5, 0.5)))
                .isCloseTo(0.5, within(1e-9));
        assertThat(two(500, 1000, 100, 1000).chanceFirstIsLarger()).isCloseTo(1, within(1e-12));
    }

    /** For whole parameters the chance is a finite sum (Miller 2010). */
    @Test
    void the_chance_equals_its_finite_sum_for_whole_counts() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            Beta x = new Beta(1 + random.nextInt(60), 1 + random.nextInt(60));
            Beta y = new Beta(1 + random.nextInt(60), 1 + random.nextInt(60));
            double sum = 0;
            for (int i = 0; i < x.a(); i++) {
                sum += Math.exp(Beta.logFunction(y.a() + i, y.b() + x.b())
                        - Math.log(x.b() + i)
                        - Beta.logFunction(1 + i, x.b())
                        - Beta.logFunction(y.a(), y.b()));
            }
            assertThat(BetaDuel.chanceFirstIsLarger(x, y)).as(x + " > " + y).isCloseTo(sum, within(1e-10));
        }
    }

    @Test
    void the_lift_is_relative_to_the_second_share() {
        // 0.6 over 0.4 is half more; variance 0.0024/0.16 + 0.36 * 0.0024/0.0256.
        assertThat(two(60, 100, 40, 100).lift().value()).isCloseTo(0.5, within(1e-12));
        assertThat(two(60, 100, 40, 100).lift().se()).isCloseTo(Math.sqrt(0.015 + 0.03375), within(1e-12));
    }

    private static TwoProportions two(double k1, double n1, double k2, double n2) {
        return new TwoProportions(new Proportion(k1, n1), new Proportion(k2, n2));
    }
}
