package dev.ukur.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.i18n.Formats;
import dev.ukur.i18n.Language;
import dev.ukur.model.MetricUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many decimals the numbers of a column have. */
class EvenColumnTest {

    private static final Formats EN = Formats.of(Language.EN, "USD");

    @Test
    void shares_have_two_decimals_where_half_of_them_are_small_and_one_where_most_are_large() {
        assertThat(written(MetricUnit.SHARE, 0.0359, 0.0109, 0.125, 0.0442))
                .containsExactly("3.59%", "1.09%", "12.50%", "4.42%");
        assertThat(written(MetricUnit.SHARE, 0.413, 0.61, 0.0875, 0)).containsExactly("41.3%", "61.0%", "8.8%", "0%");
        assertThat(written(MetricUnit.SHARE, 0.5, 1, 0)).containsExactly("50%", "100%", "0%");
    }

    @Test
    void counts_and_ratios_have_decimals_only_where_one_of_them_does() {
        assertThat(written(MetricUnit.COUNT, 85, 80.4, 456)).containsExactly("85.0", "80.4", "456.0");
        assertThat(written(MetricUnit.COUNT, 85, 456.3, 0)).containsExactly("85", "456", "0");
        assertThat(written(MetricUnit.RATIO, 1, 6.25, 13.5)).containsExactly("1.00", "6.25", "13.50");
        assertThat(written(MetricUnit.RATIO, 1, 6)).containsExactly("1", "6");
    }

    private static List<String> written(MetricUnit unit, double... values) {
        List<Double> column = Arrays.stream(values).boxed().toList();
        MetricNumbers numbers = new MetricNumbers(EvenColumn.of(EN, unit, column));
        return column.stream().map(value -> numbers.text(unit, value)).toList();
    }
}
