package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.AccountSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tables lie in a file, and what is read beside them. */
class TablesTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_profile_may_put_the_day_together_from_parts_and_a_day_there_is_not_is_a_fault() throws IOException {
        bench.profile("short.yaml", """
                profile: short.days
                version: 1
                target: web_stats
                about: {id: Tahun dua angka, en: Years of two digits}
                detect: {container: [csv], all: [Day Index, Views], only: true}
                locale: {number: dot}
                columns:
                  _date: {from: Day Index, type: text, required: true}
                  pageviews: {from: Views, type: count}
                derive:
                  _year: {regex: {of: _date, find: '/(\\d\\d)$'}}
                  _month: {regex: {of: _date, find: '^(\\d+)/'}}
                  _day: {regex: {of: _date, find: '/(\\d+)/'}}
                  period: {concat: [{const: '20'}, _year, {const: -}, _month, {const: -}, _day]}
                """);
        assertThat(bench.load("days.csv", "Day Index,Views\n1/9/26,5\n10/31/26,7\n")
                        .outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select period_start, period_end, pageviews from web_stats order by period_start"))
                .containsExactly("2026-01-09|2026-01-09|5", "2026-10-31|2026-10-31|7");
        assertThat(bench.load("wrong.csv", "Day Index,Views\n2/30/26,5\n").reasons())
                .containsEntry("bad_or_ambiguous_date", 1L);
    }

    @Test
    void each_table_of_a_file_goes_by_its_own_profile_and_an_unknown_one_is_told() throws IOException {
        Path file = bench.write("ga4.csv", """
                # Start date: 20260901
                # End date: 20260902
                Session source / medium,Sessions,Engaged sessions
                google / organic,10,8

                # Start date: 20260901
                # End date: 20260902
                Nth day,Sessions
                0000,4
                0001,6

                # Start date: 20260901
                Zodiac sign,Sessions
                Leo,10
                """);
        List<FileReport> reports = bench.report(file).files();
        assertThat(reports)
                .extracting(report -> report.profile().orElse("-") + " " + report.outcome())
                .containsExactly("ga4.ui.source_medium LOADED", "ga4.ui.nth_day LOADED", "- SKIPPED");
        assertThat(reports.get(0).file()).endsWith("ga4.csv#1");
        assertThat(reports.get(2).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("parts-passed-over");
            assertThat(problem.facts()).containsEntry("parts", "3");
        });
        assertThat(
                        bench.rows(
                                "select period_start, period_end, breakdown, source, medium, visits from web_stats order by 3, 1"))
                .containsExactly(
                        "2026-09-01|2026-09-01||-|-|4",
                        "2026-09-02|2026-09-02||-|-|6",
                        "2026-09-01|2026-09-02|channel,medium,source|google|organic|10");
        assertThat(bench.report(file).files().stream().map(FileReport::outcome))
                .containsExactly(Outcome.ALREADY_LOADED, Outcome.ALREADY_LOADED, Outcome.SKIPPED);
    }

    @Test
    void the_sheets_of_a_workbook_are_reports_of_their_own_and_its_days_are_their_period() throws IOException {
        Path file = folder.resolve("gsc.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            sheet(
                    workbook,
                    "Chart",
                    List.<Object>of("Date", "Clicks", "Impressions", "CTR", "Position"),
                    List.<Object>of("2026-09-02", 3, 30, 0.1, 2.5),
                    List.<Object>of("2026-09-01", 2, 20, 0.1, 3.5));
            sheet(
                    workbook,
                    "Queries",
                    List.<Object>of("Top queries", "Clicks", "Impressions", "CTR", "Position"),
                    List.<Object>of("batik laras", 4, 40, 0.1, 3.0));
            sheet(
                    workbook,
                    "Devices",
                    List.<Object>of("Device", "Clicks", "Impressions", "CTR", "Position"),
                    List.<Object>of("Mobile", 5, 50, 0.1, 3.0));
            sheet(workbook, "Filters", List.<Object>of("Filter", "Value"), List.<Object>of("Date", "Last 3 months"));
        }
        assertThat(bench.report(file).files())
                .extracting(report -> report.profile().orElse("-") + " " + report.outcome())
                .containsExactly(
                        "search_console.dates LOADED",
                        "search_console.queries LOADED",
                        "search_console.devices LOADED",
                        "search_console.filters SKIPPED");
        assertThat(bench.rows("select basis, keyword, device, period_start, period_end, clicks from search_rankings"
                        + " order by 1, 2, 4"))
                .containsExactly(
                        "gsc_average|(total)|-|2026-09-01|2026-09-01|2",
                        "gsc_average|(total)|-|2026-09-02|2026-09-02|3",
                        "gsc_average|batik laras|-|2026-09-01|2026-09-02|4",
                        "gsc_device|(total)|mobile|2026-09-01|2026-09-02|5");
    }

    @Test
    void a_report_of_the_ga4_data_api_names_its_columns_once_and_its_currency_in_its_metadata() throws IOException {
        FileReport report = bench.load("report.json", """
                {"dimensionHeaders":[{"name":"date"},{"name":"sessionDefaultChannelGroup"}],
                 "metricHeaders":[{"name":"sessions","type":"TYPE_INTEGER"},{"name":"engagedSessions"},{"name":"totalRevenue"}],
                 "rows":[
                  {"dimensionValues":[{"value":"20260901"},{"value":"Organic Search"}],"metricValues":[{"value":"10"},{"value":"8"},{"value":"1250.5"}]},
                  {"dimensionValues":[{"value":"20260902"},{"value":"Direct"}],"metricValues":[{"value":"4"},{"value":"1"},{"value":"0"}]}],
                 "metadata":{"currencyCode":"USD","timeZone":"Asia/Jakarta"},"rowCount":2,"kind":"analyticsData#runReport"}
                """);
        assertThat(report.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(bench.rows(
                        "select period_start, channel, visits, engaged_visits, bounces, revenue, currency from web_stats"
                                + " order by 1"))
                .containsExactly("2026-09-01|Organic Search|10|8|2|1250.5|USD", "2026-09-02|Direct|4|1|3|0|USD");
    }

    @Test
    void the_line_items_of_a_json_order_become_lines_and_the_order_counts_once() throws IOException {
        FileReport report = bench.load("orders.json", """
                [{"id":7,"number":"7","order_key":"k","status":"processing","currency":"IDR","date_created_gmt":"2026-09-01T20:00:00",
                  "date_paid_gmt":null,"discount_total":"5000","shipping_total":"10000","total_tax":"0","total":"205000","payment_method":"bacs",
                  "billing":{"email":"Budi@Example.com"},"meta_data":[{"id":1,"key":"_wc_order_attribution_utm_source","value":"instagram"}],
                  "line_items":[{"name":"Kemeja","sku":"K","quantity":2,"price":75000,"subtotal":"150000","total":"147500"},
                                {"name":"Sarung","sku":"S","quantity":1,"price":50000,"subtotal":"50000","total":"47500"}]},
                 {"id":8,"number":"8","order_key":"k2","status":"checkout-draft","currency":"IDR","date_created_gmt":"2026-09-01T21:00:00",
                  "total":"1","payment_method":"","line_items":[{"name":"X","quantity":1,"total":"1"}]}]
                """);
        assertThat(report.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(bench.rows(
                        "select order_id, period_start, status, items, gross_items, total_paid, source, customer_id"
                                + " like '%@%' from orders"))
                .containsExactly("7|2026-09-02|paid|3|200000|205000|instagram|false");
        assertThat(bench.rows("select line_no, sku, quantity, unit_price, total from order_items order by 1"))
                .containsExactly("1|K|2|75000|147500", "2|S|1|50000|47500");
    }

    @Test
    void events_of_ga4_in_bigquery_take_parameters_by_their_keys_and_micros_as_time() throws IOException {
        bench.load("events.json", """
                {"event_date":"20260901","event_timestamp":"1788276300123456","event_name":"page_view","user_pseudo_id":"u.1","event_params":[{"key":"ga_session_id","value":{"string_value":null,"int_value":"77"}},{"key":"page_location","value":{"string_value":"https://toko.example/a?x=1"}}],"device":{"category":"mobile"},"geo":{"country":"Indonesia"},"collected_traffic_source":{"manual_source":"ig","manual_medium":"social"}}
                {"event_date":"20260901","event_timestamp":"1788276301123456","event_name":"purchase","user_pseudo_id":"u.1","event_params":[{"key":"ga_session_id","value":{"int_value":"77"}},{"key":"currency","value":{"string_value":"IDR"}}],"ecommerce":{"transaction_id":"T1","purchase_revenue":150000.5}}
                """);
        assertThat(bench.rows(
                        "select event_name, event_time, visit_id, page_path, source, value, currency, transaction_id, device"
                                + " from events order by event_time"))
                .containsExactly(
                        "page_view|2026-09-01T15:25:00.123456Z|u.1.77|/a|ig|-|-|-|mobile",
                        "purchase|2026-09-01T15:25:01.123456Z|u.1.77|-|(direct)|150000.5|IDR|T1|-");
    }

    @Test
    void the_number_of_rows_a_report_states_is_checked_and_a_report_cut_short_is_held() throws IOException {
        bench.account("microsoft_ads", currency("IDR"));
        String text = """
                "Report Name: Campaigns"
                "Report Time: 9/1/2026,9/2/2026"
                "Time Zone: (GMT+07:00) Bangkok, Hanoi, Jakarta"
                "Potential Incomplete Data: true"
                "Rows: 2"

                "Gregorian date","Campaign name","Campaign ID","Device type","Impressions","Clicks","Spend"
                "9/1/2026","Merek","[8294]","Computer","1,200","10","1,500.50"
                "9/2/2026","Merek","[8294]","Smartphone","100","1","10.00"

                "©2026 Microsoft Corporation. All rights reserved. "
                """;
        FileReport report = bench.load("m.csv", text);
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.controlTotals())
                .containsExactly(
                        new ControlTotal("Rows: 2", "rows", new BigDecimal("2"), new BigDecimal("2"), true, true));
        assertThat(bench.rows(
                        "select period_start, campaign_id, device, spend, impressions from ad_performance order by 1"))
                .containsExactly("2026-09-01|8294|desktop|1500.5|1200", "2026-09-02|8294|mobile|10|100");
        FileReport cut = bench.load(
                "cut.csv",
                text.replace("\"9/2/2026\",\"Merek\",\"[8294]\",\"Smartphone\",\"100\",\"1\",\"10.00\"\n", ""));
        assertThat(cut.outcome()).isEqualTo(Outcome.HELD);
        assertThat(cut.problems().stream()
                        .filter(Problem::isError)
                        .map(problem -> problem.facts().get("column")))
                .containsExactly("rows");
    }

    @Test
    void a_number_that_stands_for_a_limit_is_that_limit_and_a_masked_count_is_unknown() throws IOException {
        bench.accounts(Map.of("google_ads", currency("USD"), "tiktok_ads", currency("USD")));
        bench.load("api.csv", """
                customer_id,date,cost_micros,impressions,clicks,base_campaign,id,device,ad_network_type,search_impression_share
                1,2026-09-01,1230000,10,1,c,9,MOBILE,SEARCH,0.0999
                1,2026-09-02,5,10,1,c,9,MOBILE,SEARCH,0.45
                """);
        assertThat(bench.rows("select spend, search_impression_share, search_impression_share_bound from ad_performance"
                        + " order by period_start"))
                .containsExactly("1.23|0.1|lt", "0|0.45|-");
        bench.load("tiktok.csv", """
                Campaign name,Date,Cost,Impressions,Clicks (destination),Conversions
                A,2026-09-01,1.50,100,<5,2
                Total of 1 campaign,-,1.50,100,-,2
                """);
        assertThat(
                        bench.rows(
                                "select campaign, spend, impressions, clicks from ad_performance where platform = 'tiktok_ads'"))
                .containsExactly("A|1.5|100|-");
    }

    @Test
    void money_smaller_than_the_store_keeps_is_not_lost_in_silence() throws IOException {
        bench.account("google_ads", currency("USD"));
        bench.load("api.csv", """
                customer_id,date,cost_micros,impressions,clicks,base_campaign,id,device,ad_network_type
                1,2026-09-01,1234500,10,1,c,9,MOBILE,SEARCH
                """);
        assertThat(bench.rows("select spend from ad_performance")).containsExactly("1.2345");
    }

    @Test
    void a_day_and_its_time_in_two_columns_are_one_moment() throws IOException {
        bench.load("d.csv", """
                mention_snippet,date,time,reach,engagement_rate,url
                teks,2026-09-01,23:30,12,0.1,https://a.example/1
                """);
        assertThat(bench.rows("select published_at, period_start, reach from mentions"))
                .containsExactly("2026-09-01T16:30:00Z|2026-09-01|12");
    }

    @Test
    void of_several_addresses_of_a_keyword_the_best_rank_counts() throws IOException {
        bench.load("semrush.csv", """
                Keyword,Position,Previous position,Search Volume,Keyword Difficulty,CPC,URL,Traffic,Timestamp
                kemeja batik,9,9,1300,10,0.2,https://www.toko.example/b,1,2026-09-01
                kemeja batik,4,5,1300,10,0.2,https://www.toko.example/a,9,2026-09-01
                """);
        assertThat(bench.rows("select keyword, domain, position, url, basis from search_rankings"))
                .containsExactly("kemeja batik|toko.example|4.0|https://www.toko.example/a|organic_research");
    }

    @Test
    void a_week_is_a_run_of_days_and_stays_one() throws IOException {
        bench.load("matomo.csv", """
                date,nb_uniq_visitors,nb_users,nb_visits,nb_actions,nb_visits_converted,bounce_count,sum_visit_length
                "2025-12-29,2026-01-04",2,0,3,7,0,1,542
                """);
        assertThat(bench.rows(
                        "select period_start, period_end, visitors, visits, bounces, visit_duration_s from web_stats"))
                .containsExactly("2025-12-29|2026-01-04|2|3|1|542");
    }

    @Test
    void the_row_that_describes_the_columns_is_no_order_and_18_digits_stay_as_they_are() throws IOException {
        bench.load("tt.csv", """
                Order ID,Order Status,SKU ID,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Subtotal After Discount,Order Amount,Created Time,Tokopedia Invoice Number
                Platform unique order ID.,Current order status.,Platform SKU ID.,,,,,,,,,
                "579123456789012345\t",Completed,172,K-1,Kemeja,2,IDR 150.000,IDR 300.000,IDR 290.000,IDR 300.000,"28/09/2026 10:00:00\t",INV/1
                "579123456789012345\t",Completed,173,S-1,Sarung,1,IDR 10.000,IDR 10.000,IDR 10.000,IDR 300.000,"28/09/2026 10:00:00\t",INV/1
                "579123456789012346\t",Canceled,172,K-1,Kemeja,1,IDR 1.150.000,IDR 1.150.000,IDR 1.150.000,IDR 0,"28/09/2026 11:00:00\t",
                """);
        assertThat(bench.rows(
                        "select order_id, status, sales_channel, items, gross_items, total_paid, ordered_at from orders"
                                + " order by 1"))
                .containsExactly(
                        "579123456789012345|completed|tokopedia|3|310000|300000|2026-09-28T03:00:00Z",
                        "579123456789012346|cancelled|tiktok_shop|1|1150000|0|2026-09-28T04:00:00Z");
    }

    @Test
    void names_a_workspace_adds_are_known_in_every_part_of_the_profile() throws IOException {
        bench.profile("mine.yaml", """
                extends: shopify.orders
                aliases: {Name: [Nomor], Email: [Surel], Total: [Jumlah akhir]}
                """);
        FileReport report = bench.load("s.csv", """
                Nomor,Surel,Financial Status,Paid at,Currency,Jumlah akhir,Created at,Lineitem quantity,Lineitem name,Lineitem price
                #1,budi@example.com,paid,,IDR,30,2026-02-01 00:10:00 +0700,1,x,10
                #1,,,,,,2026-02-01 00:10:00 +0700,2,y,10
                """);
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select order_id, items, total_paid from orders")).containsExactly("#1|3|30");
        assertThat(bench.rows(
                        "select coalesce(extra, '') from orders union all select coalesce(extra, '') from order_items"))
                .noneMatch(extra -> extra.contains("budi"));
    }

    @Test
    void a_column_whose_dates_a_spreadsheet_has_rewritten_is_refused_until_the_account_says_the_order()
            throws IOException {
        String text = """
                Campaign name,Date,Cost,Impressions,Clicks,Currency
                A,4/22/2026 6:00,1.50,100,5,USD
                A,05-11-2026 6:00,1.50,100,5,USD
                """;
        FileReport refused = bench.load("a.csv", text);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("bad-or-ambiguous-date");
            assertThat(problem.facts()).containsEntry("mdy", "4/22/2026 6:00").containsEntry("open", "05-11-2026 6:00");
        });
        bench.account(
                "tiktok_ads",
                new AccountSettings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("mdy")));
        assertThat(bench.load("a.csv", text).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select period_start from ad_performance order by 1"))
                .containsExactly("2026-04-22", "2026-05-11");
    }

    private static AccountSettings currency(String code) {
        return new AccountSettings(
                Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @SafeVarargs
    private static void sheet(Workbook workbook, String name, List<Object>... rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                Object value = rows[row].get(column);
                if (value instanceof Number number) {
                    sheet.value(row, column, number);
                } else {
                    sheet.value(row, column, value.toString());
                }
            }
        }
    }
}
