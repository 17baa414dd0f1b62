package dev.ukur.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Grain;
import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated shop's own count of what happened, against the numbers Ukur gives after importing its raw exports. The
 * truth is counted by the simulator while it lives through the days, never with our SQL.
 */
class DemoTruthTest {

    private static final TwinOptions SHOP = new TwinOptions(7, 60, 5, LocalDate.of(2026, 11, 22));

    /** Whole months, the first three of the shop. */
    private static final List<YearMonth> BASELINE =
            List.of(YearMonth.of(2026, 7), YearMonth.of(2026, 8), YearMonth.of(2026, 9));

    @TempDir
    static Path folder;

    private static Ukur ukur;
    private static ImportReport report;
    private static JsonNode truth;
    private static BothCounts shop;
    private static List<YearMonth> months;

    @BeforeAll
    static void simulateAndImport() throws IOException {
        new Twin(SHOP).write(folder, month -> {});
        truth = JsonMapper.shared()
                .readTree(folder.resolve("truth.json").toFile())
                .get("metrics");
        months = SHOP.days().cut(Grain.MONTH).stream()
                .map(period -> YearMonth.from(period.first()))
                .toList();
        Files.writeString(folder.resolve("goals.yaml"), """
                goals:
                  bertahan:
                    goal: Anggota bertahan
                    kpi: {metric: churn_rate, owner: Sari, cadence: monthly, baseline: %s..%s}
                """.formatted(
                        BASELINE.get(0).atDay(1), BASELINE.get(2).atEndOfMonth()));
        ukur = Ukur.open(folder, Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
        shop = new BothCounts(ukur, truth, SHOP.days());
        report = ukur.load(List.of(folder.resolve(Twin.EXPORTS)), ImportOptions.standard());
    }

    @AfterAll
    static void close() {
        if (ukur != null) {
            ukur.close();
        }
    }

    @Test
    void every_export_is_loaded_whole_and_every_binding_control_total_agrees() {
        assertThat(report.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.outcome()).as(file.toString()).isIn(Outcome.LOADED, Outcome.SKIPPED);
            assertThat(file.rejected()).as(file.file()).isZero();
            assertThat(file.controlTotals())
                    .filteredOn(ImportReport.ControlTotal::binding)
                    .allMatch(ImportReport.ControlTotal::matches);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "visits, visits",
        "visitors, visitors",
        "new_visitors, new_visitors",
        "page_views, page_views",
        "orders, orders",
        "revenue, revenue",
        "new_customers, new_customers",
        "impressions, impressions",
        "clicks, clicks",
        "spend, spend",
        "leads, leads",
    })
    void counts_and_money_are_exact_by_month_and_channel(String metric, String counted) {
        assertThat(shop.byMonth(metric)).isEqualTo(shop.total(counted));
        assertThat(shop.byChannel(metric)).isEqualTo(shop.channels(counted));
    }

    @ParameterizedTest
    @CsvSource({
        "email_sent, email_sent",
        "email_delivered, email_delivered",
        "email_revenue, email_revenue",
        "search_clicks, search_clicks",
        "search_impressions, search_impressions",
        "mentions, mentions",
        "new_subscriptions, subscriptions_started",
        "ended_subscriptions, subscriptions_ended",
        "active_subscribers, subscriptions_active_at_end",
        "mrr, mrr_at_end",
        "new_mrr, mrr_new",
        "churned_mrr, mrr_churned",
        "refunds, refunds_not_cancelled",
        "abandoned_carts, abandoned_cart_visits",
        "acquisition_cost_total, spend + acquisition_costs",
        "tracked_purchases, purchases",
        "customers_from_leads, lead_customers",
        "mql, mql",
        "sql, sql",
        "platform_conversions, ad_conversions",
    })
    void counts_and_money_are_exact_by_month(String metric, String counted) {
        Map<YearMonth, Double> expected = new TreeMap<>();
        for (String part : counted.split(" \\+ ")) {
            shop.total(part).forEach((month, value) -> expected.merge(month, value, Double::sum));
        }
        Map<YearMonth, Double> answered = shop.byMonth(metric);
        assertThat(answered.keySet()).isEqualTo(expected.keySet());
        assertThat(months)
                .allSatisfy(month -> assertThat(answered.get(month)).isCloseTo(expected.get(month), within(0.02)));
    }

    @ParameterizedTest
    @CsvSource({
        "conversion_rate, purchases, visits",
        "bounce_rate, bounces, visits",
        "engagement_rate, engaged_visits, visits",
        "pages_per_visit, page_views, visits",
        "ctr, clicks, impressions",
        "cpc, spend, clicks",
        "aov, revenue, orders_not_cancelled",
        "cancel_rate, cancelled_orders, orders",
        "sales_to_lead_ratio, lead_customers_by_creation, leads",
        "mql_rate, mql_by_creation, leads",
        "cost_per_lead, spend, leads",
        "email_open_rate, email_unique_opens, email_delivered",
        "email_click_rate, email_unique_clicks, email_delivered",
        "email_conversion_rate, email_orders, email_delivered",
        "churn_rate, subscriptions_ended, subscriptions_active_at_start",
        "average_position, query_place_weight, query_impressions",
        "tracked_position, rank_sum, ranks_found",
        "top10_share, ranks_top10, ranks_checked",
        "top3_share, ranks_top3, ranks_checked",
        "conversion_rate_visitors, purchasing_visitors, visitors",
        "conversion_rate_any, converting_visits, visits",
        "conversion_rate_any_visitors, converting_visitors, visitors",
        "form_rate, form_visits, visits",
        "form_rate_visitors, form_visitors, visitors",
        "sign_up_rate, sign_up_visits, visits",
        "sign_up_rate_visitors, sign_up_visitors, visitors",
        "funnel_product_rate, product_visits, visits",
        "funnel_cart_rate, cart_visits, visits",
        "funnel_checkout_rate, cart_checkout_visits, cart_visits",
        "checkout_completion, completed_checkout_visits, checkout_visits",
        "cart_abandonment, abandoned_cart_visits, cart_visits",
        "visit_duration, visit_duration_s, visits",
        "time_on_page, page_seconds, timed_pages",
        "exit_rate, exits, page_views",
        "roas_own, revenue, spend",
        "cost_per_order, spend, orders_not_cancelled",
        "cac_blended, spend, new_customers",
        "refund_share, refunds_not_cancelled, revenue",
        "revenue_per_visitor, revenue, visitors",
        "skipped_stage_rate, skipping_leads, advanced_leads",
        "arpu, mrr_at_end, subscriptions_active_at_end",
        "email_click_to_open, email_unique_clicks, email_unique_opens",
        "email_unsubscribe_rate, email_unsubscribes, email_delivered",
        "email_complaint_rate, email_complaints, email_delivered",
        "email_bounce_rate, email_bounces, email_sent",
        "email_revenue_per_mail, email_revenue, email_delivered",
        "share_of_voice, mentions, mentions_of_brands",
        "listing_position, listing_places, listings_found",
        "listing_top10_share, listings_top10, listing_checks",
    })
    void ratios_are_those_of_the_counts(String metric, String above, String below) {
        Map<YearMonth, Double> numerators = shop.total(above);
        Map<YearMonth, Double> denominators = shop.total(below);
        Map<YearMonth, Double> answered = shop.byMonth(metric);
        assertThat(months)
                .allSatisfy(month -> assertThat(answered.get(month))
                        .as(metric + " " + month)
                        .isNotNull()
                        .isCloseTo(
                                numerators.get(month) / denominators.get(month),
                                within(1e-9 * Math.max(1, answered.get(month)))));
    }

    /** Exports round each row's share to a hundredth of a percent, so the answer is as exact as its files. */
    @Test
    void impression_share_is_impressions_over_eligible_ones_and_only_bounded_where_the_platform_hides_rows() {
        Map<YearMonth, Double> seen = shop.total("impression_share_impressions");
        Map<YearMonth, Double> eligible = shop.total("impression_share_eligible");
        Map<YearMonth, Double> hidden = shop.total("impression_share_hidden_impressions");
        Answer answer = ukur.query(MetricQuery.series("impression_share", Grain.MONTH, SHOP.days()));
        assertThat(hidden.values())
                .as("the shop has months of both kinds")
                .contains(0.0)
                .anyMatch(rows -> rows > 0);
        for (int row = 0; row < months.size(); row++) {
            YearMonth month = months.get(row);
            // Hidden rows say "< 10 %": at least ten eligible impressions for each one shown, perhaps many more.
            double most = (seen.get(month) + hidden.get(month)) / (eligible.get(month) + 10 * hidden.get(month));
            boolean bounded = hidden.get(month) > 0;
            assertThat(answer.number(row, "impression_share").isEmpty())
                    .as(month.toString())
                    .isEqualTo(bounded);
            assertThat(answer.number(row, "impression_share_low").orElseThrow())
                    .isCloseTo(bounded ? 0 : most, within(5e-4));
            assertThat(answer.number(row, "impression_share_high").orElseThrow())
                    .isCloseTo(most, within(5e-4));
        }
    }

    @Test
    void branded_clicks_and_the_paid_share_are_parts_of_their_wholes() {
        assertThat(shop.byMonth("branded_clicks")).isEqualTo(shop.part("query_clicks", "brand", "branded"));
        Map<YearMonth, Double> paid = new TreeMap<>();
        for (YearMonth month : months) {
            JsonNode channels = truth.get("visits").get("channel").get(month.toString());
            double sum = channels.properties().stream()
                    .filter(channel -> channel.getKey().startsWith("Paid"))
                    .mapToDouble(channel -> channel.getValue().asDouble())
                    .sum();
            paid.put(month, sum / shop.total("visits").get(month));
        }
        Map<YearMonth, Double> answered = shop.byMonth("paid_share");
        assertThat(months)
                .allSatisfy(month -> assertThat(answered.get(month)).isCloseTo(paid.get(month), within(1e-12)));
    }

    @Test
    void channels_add_up_to_the_whole_and_months_to_the_total() {
        for (String metric : List.of("visits", "orders", "revenue", "spend", "new_customers")) {
            double whole = ukur.query(MetricQuery.total(metric, SHOP.days()))
                    .number(0, metric)
                    .orElseThrow();
            double ofMonths = shop.byMonth(metric).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double ofChannels = shop.byChannel(metric).values().stream()
                    .flatMap(channels -> channels.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(ofMonths).as(metric).isCloseTo(whole, within(1e-6));
            assertThat(ofChannels).as(metric).isCloseTo(whole, within(1e-6));
        }
    }

    @Test
    void trials_are_decided_in_the_month_they_run_out() {
        Map<YearMonth, Double> ended = shop.total("ended_trials");
        Map<YearMonth, Double> answered = shop.byMonth("trial_conversion");
        assertThat(ended.values()).anyMatch(count -> count > 0);
        assertThat(months).allSatisfy(month -> {
            if (ended.get(month) == 0) {
                assertThat(answered).doesNotContainKey(month);
            } else {
                assertThat(answered.get(month))
                        .isCloseTo(shop.total("stayed_trials").get(month) / ended.get(month), within(1e-12));
            }
        });
    }

    @Test
    void numbers_written_down_come_back_as_written_and_only_for_their_month() {
        Map<YearMonth, Double> benchmark = shop.byMonth("benchmark");
        Map<YearMonth, Double> own = shop.byMonth("own_value");
        assertThat(months.subList(0, months.size() - 1)).allSatisfy(month -> {
            assertThat(benchmark.get(month)).isEqualTo(0.021);
            assertThat(own.get(month)).isCloseTo(8 + month.getMonthValue() / 100.0, within(1e-12));
        });
        assertThat(ukur.query(MetricQuery.total("benchmark", SHOP.days())).number(0, "benchmark"))
                .isEmpty();
    }

    /** All customers are younger than a year, so each counts one year, and the 12 months hold all that happened. */
    @Test
    void cac_and_clv_of_twelve_months_are_those_of_all_happenings_so_far() {
        Map<YearMonth, Double> cac = shop.byMonth("cac");
        Map<YearMonth, Double> paid = shop.byMonth("cac_paid");
        Map<YearMonth, Double> clv = shop.byMonth("clv");
        Map<YearMonth, Double> ratio = shop.byMonth("clv_to_cac");
        Map<YearMonth, Double> roi = shop.byMonth("roi");
        Map<YearMonth, Double> payback = shop.byMonth("payback_months");
        double costs = 0;
        double customers = 0;
        double revenue = 0;
        for (YearMonth month : months) {
            double ofMonth = shop.total("spend").get(month)
                    + shop.total("acquisition_costs").get(month);
            double won = shop.total("new_customers").get(month);
            double byAds = shop.channels("new_customers").getOrDefault(month, Map.of()).entrySet().stream()
                    .filter(channel -> channel.getKey().startsWith("Paid"))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            costs += ofMonth;
            customers += won;
            revenue += shop.total("revenue").get(month);
            assertThat(cac.get(month)).isCloseTo(ofMonth / won, within(0.01));
            assertThat(paid.get(month)).isCloseTo(shop.total("spend").get(month) / byAds, within(0.01));
            assertThat(clv.get(month)).isCloseTo(revenue / customers, within(0.01));
            assertThat(ratio.get(month)).isCloseTo(revenue / costs, within(1e-6));
            assertThat(roi.get(month)).isCloseTo(revenue / costs - 1, within(1e-6));
            assertThat(payback.get(month)).isCloseTo(12 * costs / revenue, within(1e-6));
        }
    }

    @Test
    void devices_and_keywords_are_those_of_the_shop() {
        Answer byDevice = ukur.query(new MetricQuery(
                List.of("conversion_rate"),
                List.of("device"),
                Grain.MONTH,
                Optional.of(SHOP.days()),
                Optional.empty(),
                Optional.empty()));
        assertThat(byDevice.rows()).isNotEmpty();
        for (int row = 0; row < byDevice.rows().size(); row++) {
            String month =
                    YearMonth.from((LocalDate) byDevice.rows().get(row).get(0)).toString();
            String device = String.valueOf(byDevice.rows().get(row).get(1));
            double visits =
                    truth.get("visits").get("device").get(month).get(device).asDouble();
            double bought = truth.get("purchase_visits")
                    .get("device")
                    .get(month)
                    .get(device)
                    .asDouble();
            assertThat(byDevice.number(row, "conversion_rate"))
                    .as(month + " " + device)
                    .isEqualTo(visits == 0 ? Optional.empty() : Optional.of(bought / visits));
        }
        Answer byKeyword = ukur.query(new MetricQuery(
                List.of("spend", "clicks"),
                List.of("keyword"),
                Grain.MONTH,
                Optional.of(SHOP.days()),
                Optional.of("platform = 'google_ads'"),
                Optional.empty()));
        assertThat(byKeyword.rows()).isNotEmpty();
        for (int row = 0; row < byKeyword.rows().size(); row++) {
            String month =
                    YearMonth.from((LocalDate) byKeyword.rows().get(row).get(0)).toString();
            Object keyword = byKeyword.rows().get(row).get(1);
            if (keyword != null) {
                JsonNode spent = truth.get("keyword_spend").get("keyword").get(month);
                assertThat(byKeyword.number(row, "spend").orElse(0.0))
                        .as(month + " " + keyword)
                        .isEqualTo(spent.get(keyword.toString()).asDouble());
            }
        }
    }

    @Test
    void growth_compares_a_whole_month_with_the_one_before() {
        Map<YearMonth, Double> leads = shop.total("leads");
        Map<YearMonth, Double> growth = shop.byMonth("lead_growth");
        Map<YearMonth, Double> velocity = shop.byMonth("lead_velocity");
        for (YearMonth month : months.subList(1, months.size() - 1)) {
            YearMonth before = month.minusMonths(1);
            assertThat(growth.get(month)).isCloseTo(leads.get(month) / leads.get(before) - 1, within(1e-9));
            assertThat(velocity.get(month))
                    .isCloseTo(shop.total("mql").get(month) / shop.total("mql").get(before) - 1, within(1e-9));
        }
        assertThat(growth).doesNotContainKey(months.get(0));
    }

    /** Churn of some months at once would be far higher than of one month, and every target would look reached. */
    @Test
    void the_baseline_of_churn_is_that_of_a_month() {
        Map<YearMonth, Double> ended = shop.total("subscriptions_ended");
        Map<YearMonth, Double> active = shop.total("subscriptions_active_at_start");
        double expected = BASELINE.stream()
                .mapToDouble(month -> ended.get(month) / active.get(month))
                .average()
                .orElseThrow();

        assertThat(ukur.scorecard(Optional.empty()).kpis())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.baseline().value().orElseThrow()).isCloseTo(expected, within(1e-12)));
    }
}
