package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real exports against answers that were computed from them independently. */
class RealDataTest {

    private static final Path REAL = Path.of("../shared/realdata");

    @TempDir
    Path folder;

    @Test
    void thirteen_months_of_a_real_shopee_shop_load_from_both_of_their_forms_and_each_order_counts_once()
            throws IOException {
        Path files = REAL.resolve("id_shopee");
        assumeThat(Files.isDirectory(files))
                .as("the real Shopee files are there")
                .isTrue();
        JsonNode expected = expected("id_shopee_2023-12_2024-12.json");
        try (Bench bench = new Bench(folder, Path.of("examples/toko-shopee"))) {
            ImportReport report = bench.report(files);
            Map<Outcome, Long> outcomes =
                    report.files().stream().collect(Collectors.groupingBy(FileReport::outcome, Collectors.counting()));
            assertThat(outcomes).isEqualTo(Map.of(Outcome.LOADED, 25L, Outcome.SKIPPED, 1L));
            assertThat(bench.rows("select count(*) from orders where superseded_by is null"))
                    .containsExactly(expected.at("/orders/value").asString());
            assertThat(bench.rows("select strftime(period_start, '%Y-%m'), count(*) from orders"
                            + " where superseded_by is null group by 1 order by 1"))
                    .isEqualTo(expected.at("/orders_by_month/value").properties().stream()
                            .map(month ->
                                    month.getKey() + "|" + month.getValue().asString())
                            .toList());
            assertThat(bench.rows("select strftime(period_start, '%Y-%m'), sum(total_paid) from orders"
                            + " where superseded_by is null and status <> 'cancelled' group by 1 order by 1"))
                    .isEqualTo(expected.at("/paid_not_cancelled_by_month/value").properties().stream()
                            .map(month ->
                                    month.getKey() + "|" + month.getValue().asString())
                            .toList());
            assertThat(bench.rows("select count(*) filter (where status = 'cancelled'),"
                            + " count(*) filter (where payment_method like 'COD%'),"
                            + " count(*) filter (where ordered_at is null) from orders where superseded_by is null"))
                    .containsExactly(expected.at("/cancellation_rate/value/x").asString() + "|"
                            + expected.at("/cod_share/value/x").asString() + "|"
                            + expected.at("/orders_without_order_time/value").asString());
            assertThat(report.files().stream()
                            .filter(file -> file.file().contains("DecemberSales2024"))
                            .flatMap(file -> file.problems().stream())
                            .filter(problem -> problem.code().equals("rows-without-time"))
                            .map(problem -> problem.facts().get("rows")))
                    .containsExactly(1214L, 1214L);
            assertThat(bench.rows("select count(*) from order_items where superseded_by is null"))
                    .containsExactly(
                            expected.at("/raw.files_lines_orders/value/1").asString());
        }
    }

    @Test
    void the_item_lines_of_the_shopee_shop_alone_give_each_order_s_payment_once() throws IOException {
        Path files = REAL.resolve("id_shopee/RAW_PUBLIC");
        assumeThat(Files.isDirectory(files))
                .as("the real Shopee files are there")
                .isTrue();
        JsonNode expected = expected("id_shopee_2023-12_2024-12.json");
        try (Bench bench = new Bench(folder, Path.of("examples/toko-shopee"))) {
            bench.report(files);
            assertThat(bench.rows("select count(*), sum(total_paid) from orders"))
                    .containsExactly(
                            expected.at("/raw.files_lines_orders/value/2").asString() + "|"
                                    + expected.at("/raw.total_paid_once_per_order/value")
                                            .asString());
        }
    }

    @Test
    void a_year_of_us_government_analytics_gives_the_expected_visits_shares_and_bounces() throws IOException {
        Path files = REAL.resolve("usgov_ga4/live");
        assumeThat(Files.isDirectory(files)).as("the real GA4 files are there").isTrue();
        JsonNode expected = expected("usgov_ga4_live.json");
        try (Bench bench = new Bench(folder, Path.of("examples/situs-ga4"))) {
            loaded(bench.load(files.resolve("users.csv")));
            assertThat(bench.rows("select count(*), sum(visits), min(period_start), max(period_start) from web_stats"))
                    .containsExactly("90|" + expected.at("/users.sum/value").asString() + "|2023-10-07|2024-01-04");
            FileReport restated = bench.load(files.resolve("daily-sessions-30-days.json"));
            loaded(restated);
            assertThat(List.of(restated.changed(), restated.unchanged())).containsExactly(1L, 18L);
            assertThat(bench.rows("select period_start, visits from web_stats"
                            + " where superseded_by is null and period_start = date '2024-01-04'"))
                    .containsExactly("2024-01-04|48859219");
            loaded(bench.load(files.resolve("devices.csv")));
            assertThat(bench.rows("select distinct device from web_stats where breakdown = 'device' order by 1"))
                    .containsExactly("(other)", "desktop", "mobile", "tablet", "tv");
            Period days = new Period(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-30"));
            loaded(bench.load(files.resolve("top-traffic-sources-30-days.csv"), days));
            assertThat(bench.rows("select count(*), sum(visits) from web_stats where breakdown = 'channel,source'"))
                    .containsExactly(
                            "20|" + expected.at("/sources.visits/value").asString());
            close(
                    bench,
                    "select cast(sum(bounces) as double) / sum(visits) from web_stats"
                            + " where breakdown = 'channel,source'",
                    expected.at("/sources.bounce_rate_weighted_by_visits/value"));
            loaded(bench.load(files.resolve("top-session-channel-group-30-days.json")));
            assertThat(bench.rows("select sum(visits), min(period_start), max(period_end) from web_stats"
                            + " where breakdown = 'channel'"))
                    .containsExactly("1498979124|2024-02-10|2024-03-10");
            close(
                    bench,
                    "select cast(sum(visits) filter (where is_paid) as double) / sum(visits) from web_stats"
                            + " where breakdown = 'channel'",
                    expected.at("/channel_group.paid_share/value"));
            loaded(bench.load(files.resolve("top-session-source-medium-30-days.json")));
            assertThat(bench.rows("select sum(visits) from web_stats where breakdown = 'channel,medium,source'"))
                    .containsExactly(
                            expected.at("/source_medium.total_and_sum/value/1").asString());
        }
    }

    @Test
    void live_seller_posts_whose_dates_a_spreadsheet_rewrote_are_refused_and_the_sound_copy_loads() throws IOException {
        Path files = REAL.resolve("uci_fb_live_sellers");
        assumeThat(Files.isDirectory(files))
                .as("the live seller files are there")
                .isTrue();
        JsonNode expected = expected("uci_fb_live_sellers.json");
        String profile = """
                profile: posts
                version: 1
                target: mentions
                detect: {all: [status_id, status_type, status_published, num_reactions]}
                meta: {timezone: Asia/Bangkok}
                columns:
                  mention_id: {from: status_id, type: id, required: true}
                  published_at: {from: status_published, beside: time, type: instant, required: true}
                  source_name: {from: status_type, type: text}
                  engagement: {from: num_reactions, type: count}
                  reach: {from: num_comments, type: count}
                derive: {period: {day_of: published_at}}
                """;
        try (Bench bench = new Bench(folder).profile("posts.yaml", profile)) {
            FileReport mixed = bench.load(files.resolve("Live_20210128_mixed_dates.csv"));
            assertThat(mixed.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(mixed.problems()).extracting(Problem::code).containsExactly("bad-or-ambiguous-date");
            assertThat(bench.rows("select count(*) from mentions")).containsExactly("0");
            loaded(bench.load(files.resolve("Live_20210128_date_and_time_columns.csv")));
            assertThat(bench.rows("select count(*) from mentions"))
                    .containsExactly(expected.at("/rows/value").asString());
            for (String type : List.of("link", "photo", "status", "video")) {
                JsonNode sums = expected.at("/sum_by_type/value/" + type);
                assertThat(bench.rows("select count(*), sum(engagement), sum(reach) from mentions where source_name = '"
                                + type + "'"))
                        .containsExactly(
                                expected.at("/posts_by_type/value/" + type).asString() + "|"
                                        + sums.get("num_reactions").asString() + "|"
                                        + sums.get("num_comments").asString());
            }
        }
    }

    @Test
    void tokopedia_reviews_are_mentions_of_the_period_that_is_said_and_keep_no_word_of_them() throws IOException {
        Path file = REAL.resolve("prdect_id/PRDECT-ID Dataset.csv");
        assumeThat(Files.isRegularFile(file))
                .as("the Tokopedia reviews are there")
                .isTrue();
        JsonNode expected = expected("prdect_id.json");
        try (Bench bench = new Bench(folder)) {
            assertThat(bench.load(file).problems()).extracting(Problem::code).contains("period-missing");
            loaded(bench.load(file, new Period(LocalDate.parse("2022-01-01"), LocalDate.parse("2022-06-30"))));
            assertThat(
                            bench.rows(
                                    "select count(*), count(distinct json_extract_string(extra, '$.Category')), min(period_start), max(period_end) from mentions"))
                    .containsExactly(expected.at("/rows/value").asString() + "|"
                            + expected.at("/categories/value").asString() + "|2022-01-01|2022-06-30");
            assertThat(bench.rows("select count(*) filter (where sentiment = 'positive'),"
                            + " count(*) filter (where sentiment = 'negative'), count(*) filter (where sentiment is null)"
                            + " from mentions"))
                    .containsExactly(expected.at("/sentiment/value/Positive").asString() + "|"
                            + expected.at("/sentiment/value/Negative").asString() + "|"
                            + expected.at("/sentiment/value").get("").asString());
            assertThat(bench.rows("select count(*) from mentions where extra like '%Alhamdulillah%'"))
                    .containsExactly("0");
        }
    }

    private static JsonNode expected(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(REAL.resolve("expected").resolve(name)))
                .at("/expected");
    }

    private static void close(Bench bench, String question, JsonNode expected) {
        assertThat(Double.parseDouble(bench.rows(question).get(0))).isCloseTo(expected.asDouble(), offset(1e-9));
    }

    private static void loaded(FileReport report) {
        assertThat(report.problems().stream().filter(Problem::isError).toList()).isEmpty();
        assertThat(Optional.of(report.outcome())).contains(Outcome.LOADED);
    }
}
