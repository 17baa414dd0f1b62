package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.MetricReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that would give a number nobody should trust. */
class RefusalTest {

    @TempDir
    Path folder;

    @Test
    void money_is_not_added_to_counts_nor_a_share_to_money() {
        assertThat(codes("revenue + orders", "money")).containsExactly("formula-units");
        assertThat(codes("conversion_rate + revenue", "money")).containsExactly("formula-units");
        assertThat(codes("if(orders > 0, revenue, orders)", "money")).containsExactly("formula-units");
        assertThat(codes("coalesce(revenue, orders)", "money")).containsExactly("formula-units");
        assertThat(codes("if(orders > revenue, 1, 0)", "count")).containsExactly("formula-units");
        assertThat(codes("revenue - refunds", "money")).isEmpty();
        assertThat(codes("1 - conversion_rate", "share")).isEmpty();
        assertThat(codes("revenue / orders - spend / new_customers", "money")).isEmpty();
        assertThat(codes("conversion_rate * revenue + spend", "money")).isEmpty();
    }

    @Test
    void a_metric_of_money_says_so() {
        assertThat(codes("revenue / orders", "count")).containsExactly("metric-unit");
        assertThat(codes("orders / visits", "money")).containsExactly("metric-unit");
        assertThat(codes("revenue / spend", "ratio")).isEmpty();
    }

    @Test
    void ratios_are_not_averaged() {
        assertThat(codes("(conversion_rate + form_rate) / 2", "share")).containsExactly("average-of-ratios");
        assertThat(codes("(purchase_visits + form_visits) / visits", "share")).isEmpty();
        assertThat(measureCodes("average", "clicks / impressions")).containsExactly("measure-of-ratios");
        assertThat(measureCodes("sum", "clicks / impressions")).containsExactly("measure-of-ratios");
        assertThat(measureCodes("sum", "clicks / 2")).isEmpty();
        assertThat(measureCodes("max", "clicks / impressions")).isEmpty();
    }

    @Test
    void a_dimension_that_a_metric_names_must_exist() {
        List<Problem> found = check("""
                metrics:
                  own:
                    label: O
                    description: O
                    formula: orders
                    dimensions: [chanel]
                    unit: count
                    direction: up
                    role: driver
                """);
        assertThat(found).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("metric-unknown-dimension");
            assertThat(problem.facts()).containsEntry("nearest", "channel");
        });
    }

    private List<String> codes(String formula, String unit) {
        return check("metrics:\n  own: {label: O, description: O, formula: \"" + formula + "\", unit: " + unit
                        + ", direction: up, role: driver}\n")
                .stream()
                .map(Problem::code)
                .toList();
    }

    private List<String> measureCodes(String aggregate, String of) {
        return check("measures:\n  own: {unit: share, from: [{fact: ad_rows, aggregate: " + aggregate + ", of: \"" + of
                        + "\"}]}\n")
                .stream()
                .map(Problem::code)
                .toList();
    }

    private List<Problem> check(String yaml) {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", yaml, problems);
        assertThat(problems.list()).isEmpty();
        try (Rows rows = new Rows(folder)) {
            return rows.metrics(Rows.builtIn().and(own)).check();
        }
    }
}
