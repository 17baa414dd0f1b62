package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ukur.model.AccountSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All sample files against what becomes of them. Rows and sums are counted here by a plain reader of CSV. */
class MatrixTest {

    private static final Path SAMPLES = Path.of("../shared/samples");

    /** Files that are read, by the profile that reads them. Rows of UI exports are counted by eye, without totals. */
    private static final Map<String, String> KNOWN = known();

    @TempDir
    static Path folder;

    private static Bench bench;
    /** Of one import of all files, which every test only looks at. */
    private static Map<String, FileReport> reports;

    @BeforeAll
    static void load() {
        assumeThat(SAMPLES).as("skipped: the shared sample files are not there").exists();
        bench = new Bench(folder);
        Map<String, AccountSettings> accounts = new HashMap<>();
        List.of("google_ads", "meta_ads", "tiktok_ads", "microsoft_ads", "dv360")
                .forEach(account -> accounts.put(
                        account,
                        new AccountSettings(
                                Optional.empty(),
                                Optional.of("USD"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        Period july = new Period(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-31"));
        reports = bench
                .accounts(accounts)
                .importer()
                .load(List.of(SAMPLES), new ImportOptions(Optional.empty(), Optional.of(july), false))
                .files()
                .stream()
                .collect(Collectors.toMap(
                        report -> SAMPLES.relativize(Path.of(report.file())).toString(), report -> report));
    }

    @AfterAll
    static void close() {
        if (bench != null) {
            bench.close();
        }
    }

    private static Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        known.put("access_log/caddy_json.log", "logs.json 1");
        known.put("access_log/common.log", "logs.combined 0");
        known.put("access_log/common_complete.log", "logs.combined 0");
        known.put("access_log/common_vhost.log", "logs.combined 0");
        // requests of a counter's own script, which are no pages; so in nginx_json.log
        known.put("access_log/logs_to_tests.log", "logs.combined 0");
        known.put("access_log/ncsa_extended.log", "logs.combined 0");
        known.put("access_log/nginx_json.log", "logs.json 0");
        known.put("ga4_export/event_data.csv", "ga4.connector_events =");
        known.put("google_ads_api/account_stats_data.csv", "google_ads.api.account =");
        known.put("google_ads_api/ad_group_stats_data.csv", "google_ads.api.ad_group =");
        known.put("google_ads_api/ad_stats_data.csv", "google_ads.api.ad =");
        known.put("google_ads_api/campaign_stats_data.csv", "google_ads.api.campaign =");
        known.put("google_ads_api/keyword_stats_data.csv", "google_ads.api.keyword =");
        known.put("hubspot_api/contact_data.csv", "hubspot.api.contacts =");
        known.put("matomo_csv/test_csvExport_multi__VisitsSummary.get_week.csv", "matomo.visits 1");
        known.put("matomo_csv/test_csvExport_xp0__VisitsSummary.get_day.csv", "matomo.visits 1");
        known.put("matomo_csv/test_csvExport_xp1_inner1_trans-de__VisitsSummary.get_day.csv", "matomo.visits 1");
        known.put("meta_ads_api/facebook_ads_basic_ad_data.csv", "meta_ads.api =");
        known.put(
                "microsoft_ads_api/microsoft_ads_account_performance_daily_report_data.csv",
                "microsoft_ads.api.account =");
        known.put(
                "microsoft_ads_api/microsoft_ads_keyword_performance_daily_report_data.csv",
                "microsoft_ads.api.keyword =");
        known.put("real_ui_exports/gsc_queries.csv", "search_console.queries =");
        known.put("real_ui_exports/gsc_queries_compare_mode.csv", "search_console.compared =");
        known.put("salesforce_api/sf_lead_data.csv", "salesforce.api.leads =");
        known.put("shapes/dv360.csv", "dv360.report 2");
        known.put("shapes/ga4_ui_traffic_acquisition.csv#1", "ga4.ui.channels 2");
        known.put("shapes/ga4_ui_traffic_acquisition.csv#2", "ga4.ui.nth_day 2");
        known.put("shapes/google_ads_ui_en.csv", "google_ads.ui.campaign 3");
        known.put("shapes/gsc_Filters.csv", "search_console.filters 0");
        known.put("shapes/gsc_Queries.csv", "search_console.queries 2");
        known.put("shapes/mailchimp_members.csv", "mailchimp.members 1");
        known.put("shapes/meta_ads_ui_en_idr.csv", "meta_ads.ui 2");
        known.put("shapes/meta_ads_ui_id.csv", "meta_ads.ui 2");
        known.put("shapes/shopee_ads_cpc.csv", "shopee.ads.cpc 2");
        known.put("shapes/shopee_orders_id.csv", "shopee.orders 3");
        known.put("shapes/shopify_orders.csv", "shopify.orders 3");
        known.put("shopify_api/shopify_order_data.csv", "shopify.api.orders =");
        known.put("tiktok_ads_api/tiktok_ad_report_hourly_data.csv", "tiktok_ads.api.ad =");
        known.put("tiktok_ads_api/tiktok_adgroup_report_hourly_data.csv", "tiktok_ads.api.ad_group =");
        known.put("tiktok_ads_api/tiktok_campaign_report_hourly_data.csv", "tiktok_ads.api.campaign =");
        return known;
    }

    @Test
    void every_known_file_goes_by_its_one_profile_and_all_its_rows_are_read() {
        assertThat(reports.values().stream()
                        .flatMap(report -> report.problems().stream())
                        .map(Problem::code))
                .doesNotContain("ambiguous-profile");
        Map<String, String> found = new TreeMap<>();
        reports.forEach((file, report) -> report.profile().ifPresent(profile -> {
            boolean counted = KNOWN.getOrDefault(file, "").endsWith("=");
            long rows = counted ? rows(file) : report.read();
            found.put(file, profile + (counted && rows == report.read() ? " =" : " " + report.read()));
        }));
        Map<String, String> known = new TreeMap<>(KNOWN);
        known.keySet()
                .removeIf(file ->
                        !SAMPLES.resolve(file.replaceAll("#.*", "")).toFile().exists());
        found.keySet().removeIf(file -> !KNOWN.containsKey(file) && isLaterAddition(file));
        assertThat(found).isEqualTo(known);
    }

    /** Tables that other parts of the schema bring: they may be read or not. */
    private static boolean isLaterAddition(String file) {
        return file.startsWith("stripe_api/")
                || file.startsWith("mailchimp_api/")
                || file.startsWith("hubspot_api/")
                || file.startsWith("salesforce_api/sf_opportunity")
                || file.contains("trends");
    }

    @Test
    void what_is_held_or_refused_is_so_for_a_reason_and_nothing_else_is() {
        assertThat(codes("meta_ads_api/facebook_ads_basic_ad_data.csv", Outcome.HELD))
                .as("one of its ten amounts is cut off: 144.")
                .containsExactly("too-many-rejects");
        assertThat(codes("matomo_csv/test_AllWebsitesTest_user__VisitsSummary.get_.csv", Outcome.REFUSED))
                .as("its last character is half a character")
                .containsExactly("not-text");
        assertThat(reports.values().stream()
                        .filter(report -> report.outcome() == Outcome.HELD)
                        .map(report -> report.profile().orElseThrow()))
                .containsExactly("meta_ads.api");
        assertThat(reports.values().stream()
                        .filter(report -> report.outcome() == Outcome.REFUSED)
                        .flatMap(report -> report.problems().stream())
                        .map(Problem::code)
                        .distinct())
                .as("no-rows: every opportunity of the sample is deleted")
                .containsOnly("no-profile", "not-text", "no-rows");
    }

    @Test
    void every_total_a_file_states_equals_its_rows() {
        Map<String, Long> totals = new TreeMap<>();
        reports.forEach((file, report) -> {
            if (!report.controlTotals().isEmpty()) {
                totals.put(
                        file,
                        report.controlTotals().stream()
                                .filter(ControlTotal::matches)
                                .count());
                assertThat(report.controlTotals()).as(file).allMatch(ControlTotal::matches);
            }
        });
        assertThat(totals)
                .isEqualTo(Map.of(
                        "shapes/dv360.csv",
                        3L,
                        "shapes/google_ads_ui_en.csv",
                        15L,
                        "shapes/meta_ads_ui_en_idr.csv",
                        4L));
    }

    @Test
    void of_two_periods_compared_only_the_later_one_is_counted() {
        List<NamedCsvRecord> records = records("real_ui_exports/gsc_queries_compare_mode.csv");
        assertThat(bench.rows(
                        "select cast(sum(clicks) as double), cast(sum(impressions) as double) from search_rankings"
                                + " where load_id = "
                                + reports.get("real_ui_exports/gsc_queries_compare_mode.csv")
                                        .load()
                                        .orElseThrow()))
                .containsExactly(
                        sum(records, "Last 3 months Clicks") + "|" + sum(records, "Last 3 months Impressions"));
    }

    @Test
    void the_sums_of_every_connector_table_are_those_of_its_own_cells() throws IOException {
        sums("google_ads_api/account_stats_data.csv", "cost_micros", 1_000_000, "impressions");
        sums("google_ads_api/ad_group_stats_data.csv", "cost_micros", 1_000_000, "impressions");
        sums("google_ads_api/ad_stats_data.csv", "cost_micros", 1_000_000, "impressions");
        sums("google_ads_api/campaign_stats_data.csv", "cost_micros", 1_000_000, "impressions");
        sums("google_ads_api/keyword_stats_data.csv", "cost_micros", 1_000_000, "impressions");
        sums("microsoft_ads_api/microsoft_ads_account_performance_daily_report_data.csv", "spend", 1, "impressions");
        sums("microsoft_ads_api/microsoft_ads_keyword_performance_daily_report_data.csv", "spend", 1, "impressions");
        sums("tiktok_ads_api/tiktok_ad_report_hourly_data.csv", "SPEND", 1, "IMPRESSIONS");
        sums("tiktok_ads_api/tiktok_adgroup_report_hourly_data.csv", "SPEND", 1, "IMPRESSIONS");
        sums("tiktok_ads_api/tiktok_campaign_report_hourly_data.csv", "SPEND", 1, "IMPRESSIONS");
    }

    /** Spend and impressions of a file's load, against the sum of the file's own columns. */
    private void sums(String file, String spend, double unit, String impressions) {
        List<NamedCsvRecord> records = records(file);
        String[] loaded = bench.rows("select sum(spend), sum(impressions) from ad_performance where load_id = "
                        + reports.get(file).load().orElseThrow())
                .get(0)
                .split("\\|");
        assertThat(Double.parseDouble(loaded[0]))
                .as(file)
                .isCloseTo(sum(records, spend) / unit, within(0.0001 * records.size()));
        assertThat(Double.parseDouble(loaded[1])).as(file).isEqualTo(sum(records, impressions));
    }

    private static double sum(List<NamedCsvRecord> records, String column) {
        return records.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(column)))
                .sum();
    }

    private static long rows(String file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(SAMPLES.resolve(file))) {
            return reader.stream().count() - 1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<NamedCsvRecord> records(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> codes(String file, Outcome outcome) {
        assertThat(reports.get(file).outcome()).as(file).isEqualTo(outcome);
        return reports.get(file).problems().stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .toList();
    }
}
