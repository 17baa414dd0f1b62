package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows are not simply one line each under a header: what becomes of them in the tables. */
class LayoutsTest {

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
    void rank_days_and_domains_come_out_of_the_header_and_a_dash_is_an_unknown_rank() throws IOException {
        FileReport report = bench.load("ranks.csv", """
                ----------------------------------------
                Report type: Position Tracking: Rankings Overview
                Domain: toko.example
                ----------------------------------------

                Keyword;Tags;Search Volume;CPC;*.toko.example/*_20260105;*.toko.example/*_20260105_type;*.toko.example/*_20260112;*.toko.example/*_20260112_type
                kemeja batik;;1300;0.2;4;organic;-;-
                """);
        assertThat(errors(report)).isEmpty();
        assertThat(bench.rows("select keyword, period_start, domain, position, search_volume, basis"
                        + " from search_rankings order by period_start"))
                .containsExactly(
                        "kemeja batik|2026-01-05|toko.example|4.0|1300|tracked",
                        "kemeja batik|2026-01-12|toko.example|-|1300|tracked");
    }

    @Test
    void parts_that_a_report_cuts_finer_are_added_up_and_their_visitors_are_unknown() throws IOException {
        FileReport report = bench.load("imported_sources.csv", """
                date,source,referrer,utm_source,utm_medium,utm_campaign,utm_content,utm_term,pageviews,visitors,visits,visit_duration,bounces
                2026-09-01,Google,google.com,,,,,,10,4,5,100,2
                2026-09-01,Google,google.co.id,,,,,,1,1,1,10,1
                2026-09-01,facebook,,facebook,paid_social,Lebaran,,,3,2,2,20,1
                2026-09-01,Direct / None,,,,,,,3,2,2,20,1
                """);
        assertThat(errors(report)).isEmpty();
        assertThat(bench.rows("select breakdown, source, medium, campaign, channel, is_paid, visits, visitors, bounces"
                        + " from web_stats order by channel"))
                .containsExactly(
                        "campaign,channel,medium,source|(direct)|(none)|-|Direct|false|2|2|1",
                        "campaign,channel,medium,source|google|organic|-|Organic Search|false|6|-|3",
                        "campaign,channel,medium,source|facebook|paid_social|Lebaran|Paid Social|true|2|2|1");
    }

    @Test
    void lines_of_one_order_that_contradict_each_other_reject_the_whole_order() throws IOException {
        String header = "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Jumlah,Total Pembayaran\n";
        FileReport report = bench.load(
                "o.csv", header + "A,Selesai,2026-09-01 08:15,1,150.000\nA,Selesai,2026-09-01 08:15,2,160.000\n");
        assertThat(report.reasons()).isEqualTo(Map.of("group_conflict", 2L));
        assertThat(report.outcome()).isEqualTo(Outcome.HELD);
        FileReport unknown = bench.load("p.csv", header + "A,Entahlah,2026-09-01 08:15,1,150.000\n");
        assertThat(unknown.reasons()).isEqualTo(Map.of("unmapped_value", 1L));
    }

    @Test
    void blank_separated_columns_without_a_header_are_read_by_their_number() throws IOException {
        bench.profile("cdnow.yaml", """
                profile: cdnow
                version: 1
                target: orders
                detect: {container: [csv], file: '^cdnow'}
                read: {delimiter: whitespace, header: none}
                meta: {currency: {else: USD}}
                locale: {number: dot}
                columns:
                  customer_id: {from: 2, type: id, required: true}
                  period: {from: 3, type: date, required: true}
                  items: {from: 4, type: count}
                  total_paid: {from: 5, type: money, required: true}
                derive:
                  order_id: {concat: [customer_id, {const: '-'}, period, {const: '-'}, $line]}
                  status: completed
                  sales_channel: web
                """);
        FileReport report =
                bench.load("cdnow.txt", " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n");
        assertThat(errors(report)).isEmpty();
        assertThat(
                        bench.rows(
                                "select order_id, customer_id, period_start, items, total_paid, currency from orders order by 1"))
                .containsExactly(
                        "0001-1997-01-01-1|0001|1997-01-01|2|29.33|USD",
                        "0001-1997-01-18-2|0001|1997-01-18|2|29.73|USD");
    }

    private static List<String> errors(FileReport report) {
        return report.problems().stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .toList();
    }
}
