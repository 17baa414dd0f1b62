package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.workspace.MetricReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace may say in its own metrics: aggregates, filters, windows, offsets, conversions. */
class LanguageTest {

    private static final String ORDERS = """
            account,period_start,period_end,order_id,status,customer_id,sales_channel,payment_method,total_paid,currency
            """;

    @TempDir
    Path folder;

    private Rows rows;

    @BeforeEach
    void open() {
        rows = new Rows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void median_average_and_percentile_of_the_values_of_rows() {
        rows.load("orders", ORDERS + """
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-06,2026-01-06,A2,paid,ani,web,COD,20.00,IDR
                shop,2026-01-07,2026-01-07,A3,paid,budi,web,COD,40.00,IDR
                shop,2026-01-08,2026-01-08,A4,paid,budi,web,COD,100.00,IDR
                shop,2026-01-09,2026-01-09,A5,cancelled,budi,web,COD,900.00,IDR
                """);
        Metrics metrics = own("""
                measures:
                  middle: {unit: money, from: [{fact: order_rows, aggregate: median, of: total_paid, filter: "status <> 'cancelled'"}]}
                  mean: {unit: money, from: [{fact: order_rows, aggregate: average, of: total_paid, filter: "status <> 'cancelled'"}]}
                  high: {unit: money, from: [{fact: order_rows, aggregate: percentile, percentile: 0.9, of: total_paid, filter: "status <> 'cancelled'"}]}
                metrics:
                  median_order: {label: M, description: M, formula: middle, unit: money, direction: up, role: driver}
                  mean_order: {label: A, description: A, formula: mean, unit: money, direction: up, role: driver}
                  high_order: {label: H, description: H, formula: high, unit: money, direction: up, role: driver}
                """);
        Period days = Rows.days("2026-01-01", "2026-01-31");
        // of 10, 20, 40, 100: middle of 20 and 40; 170 / 4; 0.9 of the way is 2.7 steps of 3: 40 + 0.7 * 60
        assertThat(metrics.query(MetricQuery.total("median_order", days)).number(0, "median_order"))
                .contains(30.0);
        assertThat(metrics.query(MetricQuery.total("mean_order", days)).number(0, "mean_order"))
                .contains(42.5);
        assertThat(metrics.query(MetricQuery.total("high_order", days))
                        .number(0, "high_order")
                        .orElseThrow())
                .isCloseTo(82.0, within(1e-9));
    }

    @Test
    void an_input_is_filtered_by_a_dimension_of_its_rows() {
        SmallShop.fill(rows);
        Metrics metrics = own("""
                metrics:
                  email_visit_share:
                    label: E
                    description: E
                    formula: email / visits
                    inputs:
                      email: {metric: visits, filter: "channel = 'Email' and device is not null"}
                    unit: share
                    direction: up
                    role: driver
                    interval: wilson
                """);
        // January has three visits, one of them from e-mail; February has one, from e-mail
        assertThat(numbers(metrics, "email_visit_share", Grain.MONTH, "2026-01-01", "2026-02-28"))
                .containsExactly(1 / 3.0, 1.0);
    }

    @Test
    void an_offset_takes_the_whole_earlier_month_or_as_many_days_of_it() {
        rows.load("orders", ORDERS + """
                shop,2025-12-31,2025-12-31,A0,paid,ani,web,COD,10.00,IDR
                shop,2026-01-01,2026-01-01,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-20,2026-01-20,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-01-31,2026-01-31,A3,paid,budi,web,COD,40.00,IDR
                shop,2026-02-10,2026-02-10,A4,paid,budi,web,COD,100.00,IDR
                """);
        Metrics metrics = own("""
                metrics:
                  order_growth:
                    label: G
                    description: G
                    formula: (orders - before) / before
                    inputs: {before: {metric: orders, offset: previous period}}
                    unit: ratio
                    direction: up
                    role: driver
                  orders_a_month_ago:
                    label: B
                    description: B
                    formula: ago
                    inputs: {ago: {metric: orders, offset: 1 month}}
                    unit: count
                    direction: up
                    role: driver
                """);
        assertThat(numbers(metrics, "order_growth", Grain.MONTH, "2026-01-01", "2026-02-28"))
                .containsExactly(2.0, (1 - 3) / 3.0);
        assertThat(numbers(metrics, "orders_a_month_ago", Grain.MONTH, "2026-02-01", "2026-02-28"))
                .containsExactly(3.0);
        assertThat(numbers(metrics, "orders_a_month_ago", Grain.MONTH, "2026-02-01", "2026-02-19"))
                .containsExactly(1.0);
        // ten days that end on 10 February, and the ten before them: 22 to 31 January
        assertThat(numbers(metrics, "order_growth", Grain.TOTAL, "2026-02-01", "2026-02-10"))
                .containsExactly(0.0);
    }

    @Test
    void a_state_is_taken_at_the_ends_of_the_earlier_period() {
        SmallShop.fill(rows);
        Metrics metrics = own("""
                metrics:
                  mrr_before:
                    label: B
                    description: B
                    formula: before
                    inputs: {before: {metric: mrr, offset: 1 month}}
                    unit: money
                    direction: up
                    role: driver
                """);
        List<@Nullable Object> mrr = numbers(metrics, "mrr", Grain.MONTH, "2026-01-01", "2026-02-28");
        List<@Nullable Object> before = numbers(metrics, "mrr_before", Grain.MONTH, "2026-01-01", "2026-02-28");
        // at the end of December s1, s2 and s4 run at 50,000 each; at the end of January s1, s3 and s4
        assertThat(before).containsExactly(150_000.0, 170_000.0);
        assertThat(mrr.get(0)).isEqualTo(170_000.0);
    }

    @Test
    void a_cumulative_metric_adds_up_from_the_beginning_of_the_month_or_of_everything() {
        rows.load("orders", ORDERS + """
                shop,2025-12-31,2025-12-31,A0,paid,ani,web,COD,10.00,IDR
                shop,2026-01-30,2026-01-30,A1,paid,ani,web,COD,20.00,IDR
                shop,2026-01-31,2026-01-31,A2,paid,ani,web,COD,30.00,IDR
                shop,2026-02-01,2026-02-01,A3,paid,budi,web,COD,40.00,IDR
                """);
        Metrics metrics = own("""
                metrics:
                  revenue_month_to_date:
                    label: T
                    description: T
                    formula: so_far
                    inputs: {so_far: {metric: revenue, grain_to_date: month}}
                    unit: money
                    direction: up
                    role: driver
                  revenue_ever:
                    label: E
                    description: E
                    formula: so_far
                    inputs: {so_far: {metric: revenue, window: all}}
                    unit: money
                    direction: up
                    role: driver
                  revenue_2_days:
                    label: D
                    description: D
                    formula: recent
                    inputs: {recent: {metric: revenue, window: 2 days}}
                    unit: money
                    direction: up
                    role: driver
                """);
        assertThat(numbers(metrics, "revenue_month_to_date", Grain.DAY, "2026-01-29", "2026-02-01"))
                .containsExactly(0.0, 20.0, 50.0, 40.0);
        assertThat(numbers(metrics, "revenue_ever", Grain.DAY, "2026-01-29", "2026-02-01"))
                .containsExactly(10.0, 30.0, 60.0, 100.0);
        assertThat(numbers(metrics, "revenue_2_days", Grain.DAY, "2026-01-29", "2026-02-01"))
                .containsExactly(0.0, 20.0, 50.0, 70.0);
    }

    /** Ani orders on her second visit and again a day later; Budi orders 8 days after his; Citra never. */
    @Test
    void a_conversion_counts_for_the_last_visit_before_it_inside_the_window() {
        rows.load("events", """
                account,period_start,period_end,event_id,event_name,event_time,anonymous_id,channel,is_paid,transaction_id
                web,2026-01-01,2026-01-01,e1,page_view,2026-01-01T03:00:00Z,ani,Email,false,
                web,2026-01-03,2026-01-03,e2,page_view,2026-01-03T03:00:00Z,ani,Direct,false,
                web,2026-01-05,2026-01-05,e3,page_view,2026-01-05T03:00:00Z,budi,Email,false,
                web,2026-01-06,2026-01-06,e4,page_view,2026-01-06T03:00:00Z,citra,Email,false,
                """);
        rows.load("orders", ORDERS + """
                shop,2026-01-03,2026-01-03,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-04,2026-01-04,A2,paid,ani,web,COD,10.00,IDR
                shop,2026-01-13,2026-01-13,A3,paid,budi,web,COD,10.00,IDR
                shop,2026-01-30,2026-01-30,A4,paid,dewi,web,COD,10.00,IDR
                """);
        Metrics metrics = own("""
                facts:
                  visits_before_orders:
                    conversion:
                      base: {fact: own_visits, entity: visitor_id, time: period_start}
                      conversion: {fact: order_rows, entity: customer_id, time: period_start}
                      window: 7 days
                measures:
                  visits_considered: {unit: count, from: [{fact: visits_before_orders, aggregate: count}]}
                  visits_converted: {unit: count, from: [{fact: visits_before_orders, aggregate: count, filter: converted}]}
                metrics:
                  order_within_week:
                    label: O
                    description: O
                    formula: visits_converted / visits_considered
                    unit: share
                    direction: up
                    role: driver
                    interval: wilson
                """);
        Answer answer = metrics.query(new MetricQuery(
                List.of("order_within_week"),
                List.of("channel"),
                Grain.TOTAL,
                Optional.of(Rows.days("2026-01-01", "2026-01-06")),
                Optional.empty(),
                Optional.empty()));
        assertThat(answer.rows().stream().map(row -> row.subList(0, 2)))
                .containsExactly(List.of("Direct", 1.0), List.of("Email", 0.0));
        assertThat(Rows.codes(answer)).containsExactly("conversion-still-open");
    }

    @Test
    void a_metric_says_by_which_dimensions_it_may_be_cut() {
        SmallShop.fill(rows);
        Metrics metrics = own("""
                metrics:
                  visits_by_channel:
                    label: V
                    description: V
                    formula: visits
                    dimensions: [channel]
                    unit: count
                    direction: up
                    role: driver
                """);
        assertThat(by(metrics, "channel", "visits_by_channel").rows()).contains(List.of("Direct", 1.0));
        assertThatThrownBy(() -> by(metrics, "device", "visits_by_channel"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(
                                        Problem::code,
                                        problem -> problem.facts().get("has"))
                                .containsExactly(Tuple.tuple("metric-lacks-dimension", "channel")));
        Answer both = by(metrics, "device", "visits", "visits_by_channel");
        assertThat(both.rows())
                .containsExactly(Arrays.asList("desktop", 1.0, null), Arrays.asList("mobile", 2.0, null));
        assertThat(Rows.codes(both)).containsExactly("metric-lacks-dimension");
    }

    @Test
    void a_metric_whose_rows_lack_a_dimension_is_unknown_beside_one_that_has_it() {
        SmallShop.fill(rows);
        Answer answer = by(rows.metrics(), "device", "visits", "leads", "conversion_rate");
        // Leads carry no device. Of the mobile visits of January one of two bought, of desktop none of one.
        assertThat(answer.rows().stream().map(row -> row.subList(0, 4)))
                .containsExactly(Arrays.asList("desktop", 1.0, null, 0.0), Arrays.asList("mobile", 2.0, null, 0.5));
        assertThat(Rows.codes(answer)).containsExactly("metric-lacks-dimension");
    }

    private static Answer by(Metrics metrics, String dimension, String... names) {
        return metrics.query(new MetricQuery(
                List.of(names),
                List.of(dimension),
                Grain.TOTAL,
                Optional.of(Rows.days("2026-01-01", "2026-01-31")),
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void mistakes_in_inputs_are_found_at_their_place() {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", """
                metrics:
                  a:
                    label: A
                    description: A
                    formula: before
                    inputs:
                      before: {metric: ordres, offset: 1 month}
                    unit: count
                    direction: up
                    role: driver
                  b:
                    label: B
                    description: B
                    formula: x + y
                    inputs:
                      x: {metric: orders, offset: soon}
                      y: {metric: orders}
                    unit: count
                    direction: up
                    role: driver
                  c:
                    label: C
                    description: C
                    formula: x
                    inputs:
                      x: {metric: orders, filter: "ad_group = 'a'"}
                    unit: count
                    direction: up
                    role: driver
                """, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(rows.metrics(Rows.builtIn().and(own)).check())
                .extracting(
                        Problem::code,
                        problem -> problem.at().line(),
                        problem -> problem.at().column())
                .containsExactly(
                        Tuple.tuple("formula-unknown-name", 7, 15),
                        Tuple.tuple("metric-offset", 16, 10),
                        Tuple.tuple("input-filter-dimension", 26, 10));
    }

    @Test
    void the_definitions_of_the_manual_run() throws IOException {
        SmallShop.fill(rows);
        Metrics metrics = rows.metrics(Rows.builtIn().and(Documented.definitions()));
        assertThat(metrics.check()).isEmpty();
        // January: orders of 100,000 and 60,000; 4 leads less one subscriber, then 1
        assertThat(numbers(metrics, "median_order_value", Grain.MONTH, "2026-01-01", "2026-01-31"))
                .containsExactly(80_000.0);
        assertThat(numbers(metrics, "lead_increase", Grain.MONTH, "2026-02-01", "2026-02-28"))
                .containsExactly((1 - 3) / 3.0);
        assertThat(numbers(metrics, "revenue_year_to_date", Grain.MONTH, "2026-01-01", "2026-02-28"))
                .containsExactly(160_000.0, 360_000.0);
        // Ani's first visit on 5 January is followed by her order of that day, her second by none within a week
        assertThat(numbers(metrics, "order_within_week", Grain.TOTAL, "2026-01-05", "2026-01-07"))
                .containsExactly(1 / 3.0);
    }

    /** Orders of 10, 20 and 60: mean 30, variance 700, error of the mean the root of 700 / 3; z is 1.96. */
    @Test
    void a_ratio_of_sums_over_rows_has_the_interval_of_the_delta_method() throws IOException {
        rows.load("orders", ORDERS + """
                shop,2026-01-05,2026-01-05,A1,paid,ani,web,COD,10.00,IDR
                shop,2026-01-06,2026-01-06,A2,paid,ani,web,COD,20.00,IDR
                shop,2026-01-07,2026-01-07,A3,paid,budi,web,COD,60.00,IDR
                shop,2026-01-08,2026-01-08,A4,cancelled,budi,web,COD,999.00,IDR
                """);
        Answer answer = rows.metrics(Rows.builtIn().and(Documented.definitions()))
                .query(MetricQuery.total("paid_per_order", Rows.days("2026-01-01", "2026-01-31")));
        double reach = 1.959964 * Math.sqrt(700 / 3.0);
        assertThat(answer.number(0, "paid_per_order")).contains(30.0);
        assertThat(answer.number(0, "paid_per_order_low").orElseThrow()).isCloseTo(30 - reach, within(1e-4));
        assertThat(answer.number(0, "paid_per_order_high").orElseThrow()).isCloseTo(30 + reach, within(1e-4));
    }

    private Metrics own(String yaml) {
        Problems problems = new Problems();
        MetricDefinitions own = MetricReader.read("metrics/own.yaml", yaml, problems);
        assertThat(problems.list()).isEmpty();
        Metrics metrics = rows.metrics(Rows.builtIn().and(own));
        assertThat(metrics.check()).isEmpty();
        return metrics;
    }

    private static List<@Nullable Object> numbers(Metrics metrics, String metric, Grain grain, String from, String to) {
        Answer answer = metrics.query(new MetricQuery(
                List.of(metric),
                List.of(),
                grain,
                Optional.of(Rows.days(from, to)),
                Optional.empty(),
                Optional.empty()));
        List<@Nullable Object> values = new ArrayList<>();
        answer.rows().forEach(row -> values.add(row.get(answer.index(metric))));
        return values;
    }
}
