package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
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

    @Test
    void a_fact_that_repeats_an_order_s_total_once_per_item_is_refused() {
        assertThat(fanOut("select o.*, i.category from orders o join order_items i"
                        + " on i.account = o.account and i.order_id = o.order_id"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("fact-fan-out");
                    assertThat(problem.at().line()).isEqualTo(3);
                    assertThat(problem.facts()).containsEntry("rows", 3L).containsEntry("different", 2L);
                });
        assertThat(fanOut("select o.*, c.items_known from orders o left join (select order_id, count(*) as items_known"
                        + " from order_items group by 1) c on c.order_id = o.order_id"))
                .isEmpty();
    }

    /** Two orders, one of them with two items. */
    private List<Problem> fanOut(String sql) {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", """
                facts:
                  own_rows:
                    needs: [orders]
                    sql: "%s"
                    money: [total_paid]
                measures:
                  own_paid: {unit: money, from: [{fact: own_rows, aggregate: sum, of: total_paid}]}
                metrics:
                  own_revenue: {label: O, description: O, formula: own_paid, unit: money, direction: up, role: driver}
                """.formatted(sql), problems);
        assertThat(problems.list()).isEmpty();
        try (Rows rows = new Rows(folder.resolve(String.valueOf(sql.length())))) {
            rows.load("orders", """
                    account,period_start,period_end,order_id,status,sales_channel,total_paid,currency
                    shop,2026-01-05,2026-01-05,A1,paid,web,100.00,IDR
                    shop,2026-01-06,2026-01-06,A2,paid,web,50.00,IDR
                    """);
            rows.load("order_items", """
                    account,period_start,period_end,order_id,line_no,category,quantity,total,currency
                    shop,2026-01-05,2026-01-05,A1,1,Batik,1,60.00,IDR
                    shop,2026-01-05,2026-01-05,A1,2,Kain,1,40.00,IDR
                    shop,2026-01-06,2026-01-06,A2,1,Batik,1,50.00,IDR
                    """);
            Answer answer = rows.metrics(Rows.builtIn().and(own))
                    .query(MetricQuery.total("own_revenue", Rows.days("2026-01-01", "2026-01-31")));
            assertThat(answer.number(0, "own_revenue")).contains(150.0);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
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
