package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import java.nio.file.Path;
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

    @Test
    void every_rate_and_ratio_has_an_interval_or_says_in_both_languages_why_not() {
        assertThat(Rows.builtIn().metrics().all().stream()
                        .filter(metric -> metric.formula().contains("/")
                                || metric.unit() == MetricUnit.SHARE
                                || metric.unit() == MetricUnit.RATIO))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(metric.interval().isPresent())
                        .as(metric.name())
                        .isNotEqualTo(metric.noInterval()
                                .filter(why -> !why.id().equals(why.en()))
                                .isPresent()));
        assertThat(Rows.builtIn().metrics().all().stream()
                        .filter(metric -> metric.noInterval().isPresent())
                        .map(Metric::name))
                .as("none may be added lightly")
                .containsExactlyInAnyOrder(
                        "clv",
                        "clv_to_cac",
                        "payback_months",
                        "roi",
                        "frequency",
                        "email_list_growth",
                        "benchmark",
                        "own_value");
    }
}
