package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number here was worked out by hand from the rows of {@link SmallShop}. */
class SmallShopTest {

    @TempDir
    static Path folder;

    private static Rows rows;

    @BeforeAll
    static void fill() {
        rows = new Rows(folder);
        SmallShop.fill(rows);
    }

    @AfterAll
    static void close() {
        rows.close();
    }

    @Test
    void traffic_and_conversion() {
        assertThat(january("visits")).isEqualTo(3);
        assertThat(january("visitors")).isEqualTo(2);
        assertThat(january("new_visitors")).isEqualTo(2);
        assertThat(january("pages_per_visit")).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(january("bounce_rate")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(january("conversion_rate")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(january("cart_abandonment")).isEqualTo(0.5);
        assertThat(january("checkout_completion")).isEqualTo(0.5);
        assertThat(january("paid_share")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void orders_count_all_and_revenue_only_those_not_cancelled() {
        assertThat(january("orders")).isEqualTo(3);
        assertThat(january("revenue")).isEqualTo(160_000);
        assertThat(january("aov")).isEqualTo(80_000);
        assertThat(january("cancel_rate")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(january("cod_share")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(january("items_per_order")).isEqualTo(2.5);
        assertThat(january("revenue_per_visitor")).isEqualTo(80_000);
        assertThat(total("net_revenue", "2026-02-01", "2026-02-28")).isEqualTo(180_000);
    }

    @Test
    void new_customers_have_their_first_kept_order_ever_in_the_period_and_its_channel() {
        assertThat(rows.series("new_customers", Grain.MONTH, "2026-01-01", "2026-03-31"))
                .containsExactly(2.0, 0.0, 1.0);
        assertThat(rows.by("new_customers", "channel", "2026-01-01", "2026-01-31")
                        .rows())
                .containsExactly(List.of("Marketplace", 1.0), List.of("Paid Search", 1.0));
        assertThat(total("repeat_rate", "2026-01-01", "2026-03-31")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void an_order_takes_the_channel_of_the_visit_it_was_placed_in_else_its_own() {
        assertThat(rows.by("orders", "channel", "2026-01-01", "2026-02-28").rows())
                .containsExactly(
                        List.of("Email", 1.0),
                        List.of("Marketplace", 1.0),
                        List.of("Paid Search", 1.0),
                        List.of("Unassigned", 1.0));
    }

    @Test
    void cac_is_spend_and_costs_over_new_customers_and_unknown_without_any() {
        assertThat(january("cac")).isEqualTo(70_000);
        assertThat(january("cac_paid")).isEqualTo(50_000);
        assertThat(rows.total("cac", "2026-02-01", "2026-02-28")).isEmpty();
        assertThat(january("cost_per_lead")).isCloseTo(50_000 / 3.0, within(1e-9));
    }

    @Test
    void other_currencies_are_converted_at_the_last_known_rate_which_is_told() {
        Answer answer = rows.metrics()
                .query(MetricQuery.total("acquisition_cost_total", Rows.days("2026-02-01", "2026-02-28")));
        assertThat(answer.number(0, "acquisition_cost_total")).contains(170_000.0);
        assertThat(answer.meta().warnings())
                .filteredOn(problem -> problem.code().equals("fx-rate-carried"))
                .extracting(Problem::facts)
                .singleElement()
                .satisfies(
                        facts -> assertThat(facts).containsEntry("from", "USD").containsEntry("rows", 1L));
    }

    @Test
    void clv_is_value_a_year_times_years_over_twelve_months() {
        assertThat(total("clv", "2026-01-01", "2026-03-31")).isCloseTo(400_000 / 3.0, within(1e-6));
        assertThat(total("clv_to_cac", "2026-01-01", "2026-03-31")).isCloseTo(400 / 310.0, within(1e-9));
        assertThat(Rows.codes(rows.metrics().query(MetricQuery.total("clv", Rows.days("2026-01-01", "2026-03-31")))))
                .contains("window-not-full");
    }

    @Test
    void reports_of_one_account_are_never_summed_together() {
        assertThat(january("spend")).isEqualTo(50_000);
        assertThat(rows.by("spend", "campaign", "2026-01-01", "2026-01-31").rows())
                .containsExactly(List.of("Merek", 30_000.0), List.of("Umum", 20_000.0));
        assertThat(rows.by("spend", "keyword", "2026-01-01", "2026-01-31").rows())
                .containsExactly(List.of("batik laras", 30_000.0));
        Answer byDevice = rows.by("spend", "device", "2026-01-01", "2026-01-31");
        assertThat(byDevice.rows()).isEmpty();
        assertThat(Rows.codes(byDevice)).containsExactly("breakdown-missing");
    }

    @Test
    void impression_share_weighs_by_eligible_impressions_and_keeps_the_bounds_of_censored_days() {
        assertThat(january("impression_share")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(january("ctr")).isEqualTo(0.04);
        Answer february =
                rows.metrics().query(MetricQuery.total("impression_share", Rows.days("2026-02-01", "2026-02-28")));
        assertThat(february.rows()).containsExactly(Arrays.asList(null, 0.0, 0.1));
        assertThat(Rows.codes(february)).contains("censored-share");
    }

    @Test
    void leads_by_the_day_they_came_and_stages_by_the_day_they_were_reached() {
        assertThat(rows.series("leads", Grain.MONTH, "2026-01-01", "2026-02-28"))
                .containsExactly(3.0, 1.0);
        assertThat(rows.series("mql", Grain.MONTH, "2026-01-01", "2026-02-28")).containsExactly(1.0, 1.0);
        assertThat(rows.series("sql", Grain.MONTH, "2026-01-01", "2026-02-28")).containsExactly(0.0, 1.0);
        assertThat(january("mql_rate")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(january("sales_to_lead_ratio")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void churn_rate_counts_customers_lost_in_the_month_over_those_at_its_start() {
        assertThat(numbers("churn_rate")).containsExactly(1 / 3.0, 2 / 3.0);
        assertThat(numbers("retention_rate")).containsExactly(2 / 3.0, 1 / 3.0);
        assertThat(numbers("active_subscribers")).containsExactly(3.0, 1.0);
        assertThat(numbers("mrr")).containsExactly(170_000.0, 50_000.0);
    }

    @Test
    void email_rates_leave_out_campaigns_that_do_not_report_the_number() {
        assertThat(total("email_open_rate", "2026-01-01", "2026-02-28")).isCloseTo(40 / 95.0, within(1e-12));
        assertThat(total("email_click_rate", "2026-01-01", "2026-02-28")).isCloseTo(19 / 185.0, within(1e-12));
        assertThat(total("email_bounce_rate", "2026-01-01", "2026-02-28")).isEqualTo(0.05);
        assertThat(total("email_revenue", "2026-01-01", "2026-02-28")).isEqualTo(200_000);
    }

    @Test
    void brand_numbers() {
        assertThat(january("search_clicks")).isEqualTo(35);
        assertThat(january("branded_clicks")).isEqualTo(30);
        assertThat(january("average_position")).isEqualTo(9.375);
        assertThat(january("tracked_position")).isEqualTo(5.5);
        assertThat(january("top10_share")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(january("mentions")).isEqualTo(3);
        assertThat(january("positive_share")).isEqualTo(0.5);
        assertThat(rows.total("search_clicks", "2026-02-01", "2026-02-28"))
                .as("the tracker's days say nothing of the search engine's")
                .isEmpty();
    }

    @Test
    void a_month_s_order_is_shown_by_month_and_named_as_missing_by_day() {
        assertThat(rows.series("orders", Grain.MONTH, "2026-01-01", "2026-03-31"))
                .containsExactly(3.0, 1.0, 1.0);
        Answer days =
                rows.metrics().query(MetricQuery.series("orders", Grain.DAY, Rows.days("2026-02-28", "2026-03-02")));
        assertThat(days.rows())
                .containsExactly(
                        Arrays.asList(LocalDate.of(2026, 2, 28), 0.0),
                        Arrays.asList(LocalDate.of(2026, 3, 1), null),
                        Arrays.asList(LocalDate.of(2026, 3, 2), null));
        assertThat(days.meta().warnings())
                .filteredOn(problem -> problem.code().equals("unplaced-rows"))
                .singleElement()
                .extracting(Problem::facts)
                .isEqualTo(java.util.Map.of("table", "orders", "rows", 1L, "grain", "day"));
    }

    @Test
    void no_rows_are_nought_inside_the_data_and_unknown_outside() {
        assertThat(rows.series("visits", Grain.MONTH, "2025-12-01", "2026-03-31"))
                .containsExactly(null, 3.0, 1.0, null);
        assertThat(rows.series("visits", Grain.DAY, "2026-01-05", "2026-01-08")).containsExactly(1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void months_and_channels_of_an_additive_metric_sum_to_its_total() {
        for (String metric : List.of("visits", "orders", "revenue", "new_customers", "leads")) {
            double total = total(metric, "2026-01-01", "2026-02-28");
            double byMonth = rows.series(metric, Grain.MONTH, "2026-01-01", "2026-02-28").stream()
                    .mapToDouble(value -> (Double) value)
                    .sum();
            Answer channels = rows.by(metric, "channel", "2026-01-01", "2026-02-28");
            double byChannel = IntStream.range(0, channels.rows().size())
                    .mapToDouble(row -> channels.number(row, metric).orElseThrow())
                    .sum();
            assertThat(List.of(byMonth, byChannel)).as(metric).containsExactly(total, total);
        }
    }

    @Test
    void a_filter_keeps_only_its_rows_and_shares_have_wilson_intervals() {
        MetricQuery query = MetricQuery.total("conversion_rate", Rows.days("2026-01-01", "2026-02-28"))
                .where(Optional.of("channel in ('Email', 'Direct') and device is not null"));
        Answer answer = rows.metrics().query(query);
        assertThat(answer.columns())
                .extracting(Answer.Column::name)
                .containsExactly("conversion_rate", "conversion_rate_low", "conversion_rate_high");
        // 1 of 3, worked out with the score formula at z = 1.959964
        assertThat(answer.number(0, "conversion_rate").orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(answer.number(0, "conversion_rate_low").orElseThrow()).isCloseTo(0.0614919, within(1e-6));
        assertThat(answer.number(0, "conversion_rate_high").orElseThrow()).isCloseTo(0.7923404, within(1e-6));
    }

    @Test
    void a_dimension_that_the_rows_lack_is_refused_with_those_they_have() {
        assertThatThrownBy(() -> rows.by("churn_rate", "channel", "2026-01-01", "2026-01-31"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .allSatisfy(
                                        problem -> assertThat(problem.code()).isEqualTo("metric-lacks-dimension")));
    }

    @Test
    void misspelt_names_are_refused_with_the_nearest() {
        MetricQuery query = new MetricQuery(
                List.of("conversion_rat"),
                List.of("chanel"),
                Grain.TOTAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> rows.metrics().query(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(
                                        Problem::code,
                                        problem -> problem.facts().get("nearest"))
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("unknown-metric", "conversion_rate"),
                                        org.assertj.core.groups.Tuple.tuple("unknown-dimension", "channel")));
    }

    @Test
    void without_a_period_all_days_with_data_are_answered_and_sources_are_named() {
        Answer answer = rows.metrics()
                .query(new MetricQuery(
                        List.of("leads"),
                        List.of(),
                        Grain.TOTAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(answer.rows()).containsExactly(List.of(4.0));
        assertThat(answer.meta().from()).contains(LocalDate.of(2026, 1, 2));
        assertThat(answer.meta().completeUntil()).contains(LocalDate.of(2026, 2, 20));
        assertThat(answer.meta().sources()).containsExactly("test.leads/crm");
    }

    private double january(String metric) {
        return total(metric, "2026-01-01", "2026-01-31");
    }

    private double total(String metric, String from, String to) {
        return rows.total(metric, from, to).orElseThrow(() -> new AssertionError(metric + " is unknown"));
    }

    private List<Object> numbers(String metric) {
        return List.copyOf(rows.series(metric, Grain.MONTH, "2026-01-01", "2026-02-28"));
    }
}
