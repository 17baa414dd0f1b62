package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.time.Grain;
import dev.ukur.workspace.MetricReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    private static final String STATS = """
            account,period_start,period_end,breakdown,channel,is_paid,device,visitors,visits
            """;

    @TempDir
    Path folder;

    @Test
    void a_ratio_of_sums_pools_over_periods_and_amounts_states_and_distinct_counts_do_not() {
        try (Rows rows = new Rows(folder)) {
            Metrics metrics = rows.metrics();
            for (String name : List.of("conversion_rate", "ctr", "cpc", "aov", "cancel_rate", "email_open_rate")) {
                assertThat(metrics.pools(metrics.find(name).orElseThrow()))
                        .as(name)
                        .isTrue();
            }
            for (String name :
                    List.of("orders", "revenue", "churn_rate", "retention_rate", "repeat_rate", "mrr", "clv")) {
                assertThat(metrics.pools(metrics.find(name).orElseThrow()))
                        .as(name)
                        .isFalse();
            }
        }
    }

    @Test
    void an_earlier_state_can_still_be_asked_for() {
        String order = """
                account,period_start,period_end,order_id,status,customer_id,sales_channel,total_paid,currency
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,%s,IDR
                """;
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        try (Rows rows = new Rows(folder, Clock.fixed(first, ZoneOffset.UTC))) {
            rows.load("orders", order.formatted("100.00"));
        }
        try (Rows rows = new Rows(folder, Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))) {
            rows.load("orders", order.formatted("70.00"));
            MetricQuery query = MetricQuery.total("revenue", Rows.days("2026-01-01", "2026-01-31"));
            assertThat(rows.metrics().query(query).number(0, "revenue")).contains(70.0);
            assertThat(rows.metrics().query(query.asOf(Optional.of(first))).number(0, "revenue"))
                    .contains(100.0);
            assertThat(rows.metrics()
                            .query(query.asOf(Optional.of(first.minusSeconds(1))))
                            .number(0, "revenue"))
                    .isEmpty();
        }
    }

    @Test
    void a_second_export_of_an_account_that_ended_earlier_does_not_hold_back_how_far_data_are_complete() {
        String orders = """
                account,period_start,period_end,order_id,status,customer_id,sales_channel,total_paid,currency
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,100.00,IDR
                shop,%s,%s,%s,paid,ani,web,100.00,IDR
                """;
        try (Rows rows = new Rows(folder)) {
            rows.load("orders.summary", "orders", orders.formatted("2026-01-31", "2026-01-31", "A2"));
            rows.load("orders.detailed", "orders", orders.formatted("2026-02-28", "2026-02-28", "A3"));

            assertThat(rows.metrics()
                            .query(MetricQuery.total("revenue", Rows.days("2026-01-01", "2026-02-28")))
                            .meta()
                            .completeUntil())
                    .contains(LocalDate.of(2026, 2, 28));
        }
    }

    @Test
    void the_report_with_the_fewest_cuts_that_answers_is_chosen_per_account() {
        try (Rows rows = new Rows(folder)) {
            rows.load("web_stats", STATS + """
                    web,2026-01-01,2026-01-01,'',,,,60,100
                    web,2026-01-01,2026-01-01,channel,Email,false,,20,30
                    web,2026-01-01,2026-01-01,channel,Paid Search,true,,30,50
                    web,2026-01-01,2026-01-01,channel,(other),,,10,15
                    web,2026-01-01,2026-01-01,device,,,mobile,40,70
                    web,2026-01-02,2026-01-02,'',,,,70,110
                    """);
            assertThat(rows.total("visits", "2026-01-01", "2026-01-01")).contains(100.0);
            assertThat(rows.by("visits", "device", "2026-01-01", "2026-01-01").rows())
                    .containsExactly(List.of("mobile", 70.0));
            // 20 of 100 visits have a hidden channel: 50 of 80 known, between 50 and 70 of 100
            Answer share = rows.metrics().query(MetricQuery.total("paid_share", Rows.days("2026-01-01", "2026-01-01")));
            assertThat(share.rows()).containsExactly(List.of(0.625, 0.5, 0.7));
            assertThat(Rows.codes(share)).containsExactly("hidden-share");
        }
    }

    @Test
    void distinct_visitors_of_a_report_are_not_added_up_over_days() {
        try (Rows rows = new Rows(folder)) {
            rows.load("web_stats", STATS + """
                    web,2026-01-01,2026-01-01,'',,,,60,100
                    web,2026-01-02,2026-01-02,'',,,,70,110
                    """);
            assertThat(rows.series("visitors", Grain.DAY, "2026-01-01", "2026-01-02"))
                    .containsExactly(60.0, 70.0);
            assertThat(rows.total("visitors", "2026-01-01", "2026-01-02")).isEmpty();
            assertThat(rows.total("visits", "2026-01-01", "2026-01-02")).contains(210.0);
        }
    }

    @Test
    void money_without_a_rate_is_unknown_and_said_so() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", """
                    account,period_start,period_end,order_id,status,sales_channel,total_paid,currency
                    shop,2026-01-05,2026-01-05,A1,paid,web,100.00,IDR
                    shop,2026-01-06,2026-01-06,A2,paid,web,5.00,USD
                    """);
            Answer answer = rows.metrics()
                    .query(MetricQuery.series("revenue", Grain.DAY, Rows.days("2026-01-05", "2026-01-06")));
            assertThat(answer.number(0, "revenue")).contains(100.0);
            assertThat(answer.number(1, "revenue")).isEmpty();
            assertThat(Rows.codes(answer)).containsExactly("no-fx-rate");
        }
    }

    @Test
    void a_rate_serves_both_ways_of_its_pair() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", """
                    account,period_start,period_end,order_id,status,sales_channel,total_paid,currency
                    shop,2026-01-05,2026-01-05,A1,paid,web,2.00,USD
                    shop,2026-01-05,2026-01-05,A2,paid,web,3.00,SGD
                    """);
            rows.load("fx_rates", """
                    account,period_start,period_end,base,quote,rate
                    bi,2026-01-05,2026-01-05,USD,IDR,16000
                    bi,2026-01-05,2026-01-05,IDR,SGD,0.00008
                    """);
            Answer answer = rows.metrics().query(MetricQuery.total("revenue", Rows.days("2026-01-05", "2026-01-05")));
            assertThat(answer.number(0, "revenue")).contains(69_500.0);
            assertThat(answer.meta().warnings()).isEmpty();
        }
    }

    @Test
    void numbers_that_rows_do_not_carry_are_told() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", """
                    account,period_start,period_end,order_id,status,customer_id,sales_channel,total_paid,currency
                    shop,2026-01-05,2026-01-05,A1,paid,,web,100.00,IDR
                    shop,2026-01-06,2026-01-06,A2,paid,,web,,IDR
                    """);
            Answer answer = rows.metrics().query(MetricQuery.total("revenue", Rows.days("2026-01-01", "2026-01-31")));
            assertThat(answer.number(0, "revenue")).contains(100.0);
            assertThat(Rows.codes(answer)).containsExactly("unknown-values");
            assertThat(rows.total("new_customers", "2026-01-01", "2026-01-31"))
                    .as("orders without customers say nothing of new ones")
                    .isEmpty();
        }
    }

    @Test
    void mistakes_in_a_workspace_s_own_metrics_are_found_before_they_are_asked_for() {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", """
                metrics:
                  a: {label: A, description: A, formula: b + 1, unit: count, direction: up, role: driver}
                  b: {label: B, description: B, formula: a + 1, unit: count, direction: up, role: driver}
                  c: {label: C, description: C, formula: visist / orders, unit: ratio, direction: up, role: driver}
                  d: {label: D, description: D, formula: visits + orders, unit: share, direction: up, role: driver, interval: wilson}
                """, problems);
        assertThat(problems.list()).isEmpty();
        try (Rows rows = new Rows(folder)) {
            assertThat(rows.metrics(Rows.builtIn().and(own)).check())
                    .extracting(Problem::code, problem -> problem.at().line())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("metric-cycle", 2),
                            org.assertj.core.groups.Tuple.tuple("metric-cycle", 3),
                            org.assertj.core.groups.Tuple.tuple("formula-unknown-name", 4),
                            org.assertj.core.groups.Tuple.tuple("metric-wilson-not-a-share", 5));
        }
    }
}
