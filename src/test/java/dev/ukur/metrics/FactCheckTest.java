package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.MetricReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that a workspace writes itself are tried before anyone asks; the built-in ones by this test. */
class FactCheckTest {

    @TempDir
    Path folder;

    @Test
    void every_built_in_fact_runs_has_its_columns_and_repeats_no_money() {
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            // the thank-you page was loaded again, so the order's purchase is told twice; and A1 has a second item
            rows.load("events", """
                    account,period_start,period_end,event_id,event_name,event_time,anonymous_id,channel,is_paid,device,transaction_id
                    web,2026-01-05,2026-01-05,e5b,purchase,2026-01-05T03:05:00Z,ani,Paid Search,true,mobile,#A1
                    """);
            rows.load("order_items", """
                    account,period_start,period_end,order_id,line_no,category,quantity,total,currency
                    shop,2026-01-05,2026-01-05,#A1,2,Kain,1,5000.00,IDR
                    """);
            Definitions definitions = new Definitions(Rows.builtIn(), List.of());
            FactCheck check = new FactCheck(rows.engine(), definitions);
            assertThat(definitions.facts().all())
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(check.look(fact, Sight.current()))
                            .as(fact.name())
                            .isEmpty());
        }
    }

    @Test
    void a_select_that_does_not_run_is_told_by_check_and_by_the_question_never_as_a_fault() {
        MetricDefinitions own = own("select o.*, o.totl from orders o", "");
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            Metrics metrics = rows.metrics(Rows.builtIn().and(own));
            assertThat(metrics.check()).singleElement().satisfies(FactCheckTest::isWrongSelect);
            assertThatThrownBy(() ->
                            metrics.query(MetricQuery.total("own_revenue", Rows.days("2026-01-01", "2026-01-31"))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problems())
                                    .singleElement()
                                    .satisfies(FactCheckTest::isWrongSelect));
        }
    }

    private static void isWrongSelect(Problem problem) {
        assertThat(problem.code()).isEqualTo("fact-sql");
        assertThat(problem.at().line()).isEqualTo(3);
        assertThat(problem.facts().get("reason")).asString().contains("totl");
    }

    @Test
    void a_column_that_the_fact_names_and_its_select_lacks_is_told_by_check() {
        MetricDefinitions own = own("select o.* from orders o", "dimensions: {channel: kanal}");
        try (Rows rows = new Rows(folder)) {
            assertThat(rows.metrics(Rows.builtIn().and(own)).check())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("fact-sql");
                        assertThat(problem.facts().get("reason")).asString().contains("kanal");
                    });
        }
    }

    @Test
    void money_repeated_by_a_join_is_told_by_check() {
        MetricDefinitions own = own(
                "select o.*, i.category from orders o join order_items i on i.account = o.account"
                        + " and i.order_id = o.order_id join order_items j on j.order_id = o.order_id",
                "");
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            rows.load("order_items", """
                    account,period_start,period_end,order_id,line_no,category,quantity,total,currency
                    shop,2026-01-05,2026-01-05,#A1,2,Kain,1,5000.00,IDR
                    """);
            List<Problem> found = rows.metrics(Rows.builtIn().and(own)).check();
            assertThat(found).extracting(Problem::code).containsExactly("fact-fan-out");
        }
    }

    private static MetricDefinitions own(String sql, String more) {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", """
                facts:
                  own_rows:
                    needs: [orders]
                    sql: "%s"
                    money: [total_paid]
                    %s
                measures:
                  own_paid: {unit: money, from: [{fact: own_rows, aggregate: sum, of: total_paid}]}
                metrics:
                  own_revenue: {label: O, description: O, formula: own_paid, unit: money, direction: up, role: driver}
                """.formatted(sql, more), problems);
        assertThat(problems.list()).isEmpty();
        return own;
    }
}
