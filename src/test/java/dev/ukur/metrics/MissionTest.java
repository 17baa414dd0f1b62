package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every metric that the mission names, in its words, has a definition. */
class MissionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            traffic       | visits, visitors, new visitors, page views, pages per visit, bounce rate, engagement rate, engaged time, time on page, visit duration, visit length, exit rate
            shares        | share by channel, paid_share, organic_share, direct_share
            conversion    | conversion_rate, conversion_rate_visitors, form_rate, form_rate_visitors, sign_up_rate, sign_up_rate_visitors, conversion_rate_any, conversion_rate_any_visitors
            keyword       | conversion rate per keyword
            to customer   | lead to customer
            cart          | cart abandonment, checkout completion
            funnel stages | funnel_product_rate, funnel_cart_rate, funnel_checkout_rate, checkout_completion
            ads           | impressions, clicks, CTR, cpc, cpm, spend, CPA, ROAS platform, roas_own, reach, frequency
            share of ads  | impression share, lost_share_budget, lost_share_rank
            leads         | leads, growth of leads, cost per lead, MQL, SQL, MQL rate, MQL to SQL, SQL to customer, Sales-to-lead ratio, lead velocity, median days lead to MQL, median days MQL to SQL, median days SQL to customer, hand-off delay, skipped stages
            CAC           | new customers, cac_blended, cac_paid, fully loaded CAC, payback months
            CLV           | CLV, cohort CLV, CLV:CAC, ROI
            staying       | churn rate, revenue churn rate, retention rate, repeat rate, purchase frequency, active customers
            revenue       | revenue, net revenue, orders, AOV, items per order, discount rate, refund rate, revenue per visitor
            recurring     | mrr, arr, arpu, expansion, contraction, NRR, median subscription length, subscription length, trial conversion
            e-mail        | email_sent, email_delivered, email_bounce_rate, open rate, human open rate, email_click_rate, email_click_to_open, email_conversion_rate, unsubscribe rate, email_complaint_rate, revenue per email, list growth
            brand         | mentions, sentiment, share of voice, branded_clicks, nonbranded_clicks, branded_impressions, nonbranded_impressions, average position, top 3, top 10, search interest, direct visits, marketplace listing rank
            outside       | industry benchmark, own_value
            the articles  | RKT, generasi pemimpin, rasio penjualan dan timah, sumber lalu lintas, keterlibatan, kesadaran merek
            """)
    void every_metric_of_the_mission_is_found(String subject, String words) {
        try (Rows rows = new Rows(folder)) {
            Metrics metrics = rows.metrics();
            assertThat(words.split(", "))
                    .as(subject)
                    .allSatisfy(word ->
                            assertThat(metrics.find(word.strip())).as(word).isPresent());
        }
    }
    /**
     * Every rate and ratio says how sure it is, but those whose error no row tells: money over things counted in another
     * table, values over twelve months, states, growths, and numbers that others computed.
     */
    @Test
    void every_rate_and_ratio_has_an_interval_but_those_named_here() {
        Set<String> without = Set.of(
                "roas_own",
                "cost_per_order",
                "cac",
                "cac_paid",
                "cac_blended",
                "cac_12_months",
                "cost_per_lead",
                "marketing_roi",
                "revenue_per_visitor",
                "engaged_time",
                "purchase_frequency",
                "clv",
                "clv_to_cac",
                "payback_months",
                "customer_value_first_year",
                "roi",
                "frequency",
                "email_list_growth",
                "lead_growth",
                "lead_velocity",
                "arpu",
                "revenue_churn_rate",
                "net_revenue_retention",
                "benchmark",
                "own_value");
        assertThat(Rows.builtIn().metrics().all().stream()
                        .filter(metric -> metric.interval().isEmpty())
                        .filter(metric -> metric.formula().contains("/")
                                || metric.unit() == MetricUnit.SHARE
                                || metric.unit() == MetricUnit.RATIO)
                        .map(Metric::name))
                .containsExactlyInAnyOrderElementsOf(without);
    }
}
