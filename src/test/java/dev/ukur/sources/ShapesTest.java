package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Period;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample exports: each is read with every number right, or refused for the stated reason. */
class ShapesTest {

    private static final Path SHAPES = Path.of("../shared/samples/shapes");
    private static final Path REAL = Path.of("../shared/samples/real_ui_exports");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        assumeThat(Files.isDirectory(SHAPES))
                .as("the shared sample files are there")
                .isTrue();
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void google_ads_campaigns_load_with_their_total_equal_and_censored_shares_kept() {
        FileReport report = bench.load(SHAPES.resolve("google_ads_ui_en.csv"));
        assertThat(codes(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.controlTotals()).hasSize(15).allMatch(ImportReport.ControlTotal::matches);
        assertThat(report.controlTotals().stream().filter(ImportReport.ControlTotal::binding))
                .extracting(ImportReport.ControlTotal::label)
                .containsOnly("Total: Campaigns");
        assertThat(bench.rows("select period_start, period_end, breakdown, campaign, campaign_id, spend, currency,"
                        + " impressions, clicks, conversions, conversions_value, search_impression_share,"
                        + " search_impression_share_bound, search_rank_lost_share, search_rank_lost_share_bound, channel"
                        + " from ad_performance order by period_start"))
                .containsExactly(
                        "2026-09-01|2026-09-01|campaign|Merek - Search|12345678901|125000.5|IDR|1234|57|1.5|750000|0.882|-|0.031|-|Paid Search",
                        "2026-09-02|2026-09-02|campaign|Merek - Search|12345678901|98250|IDR|10500|188|2|1250000|0.1|lt|0.9|gt|Paid Search",
                        "2026-09-03|2026-09-03|campaign|Generik - Search|22222222222|0|IDR|0|0|0|0|-|-|-|-|Paid Search");
    }

    @Test
    void meta_ads_in_english_take_the_currency_from_the_header_and_the_total_from_the_nameless_row() {
        FileReport report = bench.load(SHAPES.resolve("meta_ads_ui_en_idr.csv"));
        assertThat(codes(report)).isEmpty();
        assertThat(report.controlTotals()).hasSize(4).allMatch(total -> total.matches() && total.binding());
        assertThat(bench.rows("select breakdown, campaign, ad_group, ad, spend, currency, impressions, clicks, reach,"
                        + " conversions, conversions_value, result_type from ad_performance order by campaign"))
                .containsExactly(
                        "ad,ad_group,campaign|Lebaran|AS1|Video A|125000|IDR|4200|98|3900|12|3600000|actions:offsite_conversion.fb_pixel_purchase",
                        "ad,ad_group,campaign|Prospek|AS2|Form B|200000|IDR|9100|210|8000|31|-|actions:onsite_conversion.lead_grouped");
    }

    @Test
    void meta_ads_in_indonesian_read_points_as_thousands() {
        FileReport report = bench.load(SHAPES.resolve("meta_ads_ui_id.csv"));
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(
                        "select period_start, period_end, breakdown, campaign, spend, currency, impressions, clicks"
                                + " from ad_performance order by campaign"))
                .containsExactly(
                        "2026-09-01|2026-09-07|campaign|Lebaran|1250000|IDR|42000|980",
                        "2026-09-01|2026-09-07|campaign|Prospek|875500|IDR|9100|210");
    }

    @Test
    void search_console_queries_need_a_period_for_their_filter_names_no_days() {
        assertThat(codes(bench.load(SHAPES.resolve("gsc_Queries.csv")))).containsExactly("period-missing");
        Period period = new Period(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-10-31"));
        assertThat(bench.load(SHAPES.resolve("gsc_Queries.csv"), period).outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(
                        "select period_start, period_end, basis, keyword, clicks, impressions, position, is_branded"
                                + " from search_rankings order by keyword"))
                .containsExactly(
                        "2026-08-01|2026-10-31|gsc_average|batik, murah|0|40|45.0|false",
                        "2026-08-01|2026-10-31|gsc_average|kemeja batik|120|3400|4.12|false");
    }

    @Test
    void shopify_orders_count_once_and_every_line_is_an_item() {
        FileReport report = bench.load(SHAPES.resolve("shopify_orders.csv"));
        assertThat(codes(report)).isEmpty();
        assertThat(report.read()).isEqualTo(3);
        assertThat(bench.rows("select order_id, period_start, status, total_paid, gross_items, discount, items,"
                        + " refund_amount, currency, sales_channel, channel, ordered_at from orders order by order_id"))
                .containsExactly(
                        "#1001|2026-09-01|paid|470000|500000|50000|3|0|IDR|web|-|2026-09-01T02:59:58Z",
                        "#1002|2026-09-02|cancelled|100000|100000|0|1|100000|IDR|web|-|2026-09-02T03:58:00Z");
        assertThat(bench.rows("select order_id, line_no, product, quantity, unit_price, total, currency, period_start"
                        + " from order_items order by order_id, line_no"))
                .containsExactly(
                        "#1001|1|Kemeja Batik - M, biru|2|200000|400000|IDR|2026-09-01",
                        "#1001|2|Sarung \"Premium\"\nedisi 2|1|100000|100000|IDR|2026-09-01",
                        "#1002|1|Sarung|1|100000|100000|IDR|2026-09-02");
        assertThat(bench.rows("select count(*) from orders where extra like '%@%' or customer_id like '%@%'"))
                .containsExactly("0");
    }

    @Test
    void shopee_orders_read_150_000_as_one_hundred_and_fifty_thousand_and_the_total_once() {
        FileReport report = bench.load(SHAPES.resolve("shopee_orders_id.csv"));
        assertThat(codes(report)).isEmpty();
        assertThat(bench.rows(
                        "select order_id, status, total_paid, items, gross_items, discount, shipping_charged, channel,"
                                + " region, currency, ordered_at from orders order by order_id"))
                .containsExactly(
                        "2609010AAAA|completed|270000|3|380000|50000|10000|Marketplace|JAWA BARAT|IDR|2026-09-01T01:15:00Z",
                        "2609010BBBB|cancelled|0|1|150000|0|0|Marketplace|BANTEN|IDR|2026-09-02T14:01:00Z");
        assertThat(bench.rows(
                        "select order_id, line_no, sku, quantity, unit_price, total from order_items order by 1, 2"))
                .containsExactly(
                        "2609010AAAA|1|KB-M|2|125000|250000",
                        "2609010AAAA|2|SR-1|1|80000|80000",
                        "2609010BBBB|1|KB-L|1|150000|150000");
    }

    @Test
    void ga4_channels_are_read_up_to_the_blank_line_with_the_days_of_the_comment() {
        FileReport report = bench.load(SHAPES.resolve("ga4_ui_traffic_acquisition.csv"));
        assertThat(codes(report)).isEmpty();
        assertThat(
                        bench.rows(
                                "select period_start, period_end, breakdown, channel, is_paid, visits, engaged_visits,"
                                        + " bounces, key_events, revenue, currency from web_stats where breakdown = 'channel' order by visits desc"))
                .containsExactly(
                        "2026-09-01|2026-09-30|channel|Organic Search|false|12345|8000|4345|120|1250000|IDR",
                        "2026-09-01|2026-09-30|channel|Direct|false|5400|2100|3300|33|0|IDR");
    }

    @Test
    void weeks_of_search_interest_are_kept_as_weeks_and_less_than_one_keeps_its_bound() {
        bench.load(SHAPES.resolve("google_trends_id.csv"));
        assertThat(bench.rows("select period_start, period_end, term, region, interest, interest_bound"
                        + " from search_interest order by period_start, term"))
                .containsExactly(
                        "2026-08-30|2026-09-05|batik pria|Indonesia|0.01|lt",
                        "2026-08-30|2026-09-05|kemeja batik|Indonesia|0.71|-",
                        "2026-09-06|2026-09-12|batik pria|Indonesia|0.12|-",
                        "2026-09-06|2026-09-12|kemeja batik|Indonesia|1.0|-");
    }

    @Test
    void real_search_console_queries_load_and_so_does_search_interest_by_the_minute() {
        Period period = new Period(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-10-31"));
        assertThat(bench.load(REAL.resolve("gsc_queries.csv"), period).outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select clicks, impressions, position from search_rankings where keyword = 'ndis'"))
                .containsExactly("1|974|3.13");
        assertThat(bench.load(REAL.resolve("google_trends_id_waktu.csv")).outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select count(*), count(distinct measured_at), min(measured_at) from search_interest"))
                .as("lines of the file below its header, with three terms each; half past eight in Jakarta")
                .containsExactly("543|181|2024-10-21T01:28:00Z");
        assertThat(bench.rows("select period_start, period_end, region, interest, interest_bound from search_interest"
                        + " where measured_at = timestamp '2024-10-21 01:28:00' and term = 'Toyota Fortuner'"))
                .containsExactly("2024-10-21|2024-10-21|Indonesia|0.36|-");
    }

    @Test
    void the_folder_as_a_whole_loads_what_it_can_and_tells_the_rest() {
        ImportReport report = bench.report(SHAPES);
        assertThat(report.files().stream()
                        .filter(file -> file.outcome() == Outcome.LOADED)
                        .count())
                .as(
                        "both tables of the GA4 file, two of Google and Shopify, two of Meta, two of Shopee, Mailchimp's members, Google Trends")
                .isEqualTo(10);
        assertThat(report.files().stream().map(FileReport::profile).flatMap(Optional::stream))
                .contains("meta_ads.ui", "shopee.orders");
    }

    private static List<String> codes(FileReport report) {
        return report.problems().stream()
                .filter(problem -> problem.severity() != dev.ukur.problem.Severity.NOTE)
                .map(Problem::code)
                .toList();
    }
}
