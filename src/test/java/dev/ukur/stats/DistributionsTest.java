package dev.ukur.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Beta}, {@link StudentT} and {@link ChiSquare} against R: {@code qbeta}, {@code qt}, {@code pchisq}. */
class DistributionsTest {

    @ParameterizedTest
    @CsvSource({
        "0.025, 15.5, 133.5, 0.06044851700929645",
        "0.025, 0.5, 20.5, 2.4246478459242743e-05",
        "0.025, 1e5, 1e5, 0.4978087014313912",
    })
    void a_quantile_of_the_beta_keeps_its_digits(double p, double a, double b, double x) {
        assertThat(new Beta(a, b).quantile(p)).isCloseTo(x, Percentage.withPercentage(1e-8));
        assertThat(new Beta(b, a).quantile(1 - p)).isCloseTo(1 - x, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"1, 12.706204736432095", "4, 2.7764451051977987", "30, 2.0422724563012373", "1000.5, 1.9623378924593473"
    })
    void a_quantile_of_t_equals_the_table(double df, double t) {
        StudentT law = new StudentT(df);

        assertThat(law.quantile(0.975)).isCloseTo(t, within(1e-9));
        assertThat(law.quantile(0.025)).isCloseTo(-t, within(1e-9));
        assertThat(law.beyond(t)).isCloseTo(0.05, within(1e-10));
    }

    @Test
    void endless_degrees_of_freedom_are_the_normal_distribution() {
        assertThat(new StudentT(Double.POSITIVE_INFINITY).quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(new StudentT(5).quantile(0.5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3.84, 1, 0.05004352124870519", "16.79, 1, 4.1752751389197874e-05", "260.47, 1, 1.3554007283331949e-58"
    })
    void the_tail_of_chi_square_keeps_its_digits(double x, int df, double tail) {
        assertThat(new ChiSquare(df).atLeast(x)).isCloseTo(tail, Percentage.withPercentage(1e-7));
    }

    /** With two degrees of freedom the tail is exp(-x/2). */
    @Test
    void chi_square_with_two_degrees_of_freedom_is_exponential() {
        assertThat(new ChiSquare(2).atLeast(60)).isCloseTo(Math.exp(-30), Percentage.withPercentage(1e-9));
        assertThat(new ChiSquare(2).atLeast(0)).isEqualTo(1);
    }

    @Test
    void what_is_no_distribution_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Beta(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChiSquare(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beta(1, 1).quantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
    }
}
