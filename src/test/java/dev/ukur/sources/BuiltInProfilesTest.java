package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Period;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small file a built-in profile, in the platform's own format, read whole. */
class BuiltInProfilesTest {

    @TempDir
    java.nio.file.Path folder;

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
    void google_ads_keywords_lose_their_brackets_and_keep_their_match_type() throws IOException {
        loaded("k.csv", """
                Search keyword report
                "January 1, 2026 - January 31, 2026"
                Day,Campaign,Ad group,Search keyword,Search keyword match type,Currency code,Cost,Impr.,Clicks
                2026-01-05,Merek,G1,[batik laras],Exact match,IDR,"10,000.00",100,10
                2026-01-05,Merek,G1,\"""kemeja batik\""",Phrase match,IDR,500.00,50,1
                Total: Keywords,--,--,--,--,IDR,"10,500.00",150,11
                """);
        assertThat(bench.rows(
                        "select breakdown, keyword, match_type, spend, clicks from ad_performance order by keyword"))
                .containsExactly(
                        "ad_group,campaign,keyword|batik laras|Exact match|10000|10",
                        "ad_group,campaign,keyword|kemeja batik|Phrase match|500|1");
    }

    /** What programs open by themselves is told apart from what people open; the address itself is not kept. */
    @Test
    void single_e_mail_events_come_with_who_opened_and_without_the_address() throws IOException {
        loaded("surat.csv", """
                event_id,message_id,event_type,event_time,campaign,email,url,is_machine
                1,m1,delivered,2026-01-05T23:30:00+07:00,Payday,ani@example.com,,
                2,m1,opened,2026-01-05T23:31:00+07:00,Payday,ani@example.com,,true
                3,m1,click,2026-01-06T08:00:00+07:00,Payday,ani@example.com,https://toko.example/,false
                """);
        assertThat(bench.rows("select event_id, event_type, period_start, is_machine, person_key like '%@%'"
                        + " from email_events order by event_id"))
                .containsExactly(
                        "1|delivered|2026-01-05|-|false",
                        "2|open|2026-01-05|true|false",
                        "3|click|2026-01-06|false|false");
    }

    @Test
    void search_console_days_are_totals_of_all_queries() throws IOException {
        loaded("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n2026-01-05,10,200,5%,7.5\n");
        assertThat(bench.rows("select keyword, period_start, clicks, impressions, position from search_rankings"))
                .containsExactly("(total)|2026-01-05|10|200|7.5");
    }

    @Test
    void plausible_visitors_devices_and_pages_are_reports_of_their_own() throws IOException {
        loaded("v.csv", "date,visitors,pageviews,bounces,visits,visit_duration\n2026-01-05,3,10,1,4,120\n");
        loaded(
                "d.csv",
                "date,device,visitors,visits,visit_duration,bounces,pageviews\n2026-01-05,Mobile,3,4,120,1,10\n");
        loaded("p.csv", "date,hostname,page,visits,visitors,pageviews\n2026-01-05,a,/x,4,3,10\n");
        assertThat(bench.rows("select breakdown, device, page, visits, visitors, pageviews, bounces, visit_duration_s"
                        + " from web_stats order by breakdown"))
                .containsExactly("|-|-|4|3|10|1|120", "device|mobile|-|4|3|10|1|120", "page|-|/x|4|3|10|-|-");
    }

    @Test
    void hubspot_contacts_keep_stage_dates_by_local_day_and_the_person_as_a_hash() throws IOException {
        loaded("h.csv", """
                Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Original Source,Original Source Drill-Down 1,Original Source Drill-Down 2,Contact owner,Create Date,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date,Became an Opportunity Date,Became a Customer Date
                101,Budi,S,Budi@Example.com,Customer,,Paid Search,Merek,,Rani,2026-01-05 23:30,2026-01-05 23:30,2026-01-07 09:00,2026-01-09 09:00,,2026-02-01 00:10
                """);
        assertThat(bench.rows(
                        "select lead_id, period_start, created_at, stage, channel, mql_on, sql_on, opportunity_on,"
                                + " customer_on, owner from leads"))
                .containsExactly(
                        "101|2026-01-05|2026-01-05T16:30:00Z|customer|Paid Search|2026-01-07|2026-01-09|-|2026-02-01|Rani");
        loaded("s.csv", """
                Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price
                #1,budi@example.com ,paid,2026-02-01 00:10:00 +0700,IDR,10,2026-02-01 00:10:00 +0700,1,x,10
                """);
        assertThat(bench.rows("select count(*) from leads join orders on person_key = customer_id"))
                .containsExactly("1");
        assertThat(bench.rows("select coalesce(extra, '') from leads")).noneMatch(extra -> extra.contains("Budi"));
    }

    @Test
    void mailchimp_counts_are_read_and_its_rates_are_not_needed() throws IOException {
        loaded("m.csv", """
                Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Total Orders,Total Gross Sales,Total Revenue
                Lebaran,Diskon,Pelanggan,"Jan 05, 2026 10:00 am",Monday,"1,000",990,6,4,10,0,0,300,30.3%,420,50,5.05%,70,3,0,7,"1,050,000.00","1,050,000.00"
                """);
        assertThat(bench.rows(
                        "select campaign, period_start, sent_at, sent, delivered, bounces_hard, unique_opens, opens,"
                                + " unique_clicks, clicks, unsubscribes, orders, revenue, currency from email_stats"))
                .containsExactly("Lebaran|2026-01-05|2026-01-05T03:00:00Z|1000|990|4|300|420|50|70|3|7|1050000|IDR");
    }

    @Test
    void mentions_keep_no_word_of_what_was_said() throws IOException {
        loaded("x.csv", """
                Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Reach,Engagement,Sentiment
                05-Jan-2026 02:13PM,Toko rahasia,https://a.example/1,teks rahasia,kalimat rahasia,A,orang rahasia,Indonesia,1200,5,Positive
                06-Jan-2026 02:13AM,Lain,https://a.example/2,,,A,,Indonesia,,,Not Rated
                """);
        assertThat(
                        bench.rows(
                                "select period_start, published_at, url, reach, engagement, sentiment from mentions order by 1"))
                .containsExactly(
                        "2026-01-05|2026-01-05T07:13:00Z|https://a.example/1|1200|5|positive",
                        "2026-01-06|2026-01-05T19:13:00Z|https://a.example/2|-|-|-");
        assertThat(bench.rows("select count(*) from mentions where concat_ws(' ', extra, mention_id) like '%rahasia%'"))
                .containsExactly("0");
    }

    @Test
    void a_yearly_subscription_is_worth_a_twelfth_a_month() throws IOException {
        loaded("stripe.csv", """
                id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC)
                sub_1,cus_1,a@example.com,Klub,2,idr,month,99000.00,active,2026-01-05 20:00:00,2026-01-05 20:00:00,2026-11-05 20:00:00,2026-12-05 20:00:00,,,,
                sub_2,cus_2,b@example.com,Klub,1,idr,year,1200000.00,canceled,2026-01-05 01:00:00,2026-01-05 01:00:00,,,,,2026-12-31 00:00:00,2027-01-05 01:00:00
                """);
        assertThat(bench.rows("select subscription_id, customer_id, started_on, cancelled_on, ended_on, mrr, currency"
                        + " from subscriptions order by 1"))
                .containsExactly(
                        "sub_1|cus_1|2026-01-06|-|-|198000|IDR",
                        "sub_2|cus_2|2026-01-05|2026-12-31|2027-01-05|100000|IDR");
    }

    @Test
    void the_team_s_own_costs_and_rates_are_read_from_the_templates() throws IOException {
        loaded("biaya.csv", """
                item,category,channel,amount,currency,period_start,period_end,note
                Gaji tim,gaji,,25000000,IDR,2026-01-01,2026-01-31,
                """);
        loaded("kurs.csv", "date,base,quote,rate,provider\n2026-01-05,USD,IDR,16650.25,BI\n");
        assertThat(bench.rows("select item, category, amount, period_start, period_end from costs"))
                .containsExactly("Gaji tim|salary|25000000|2026-01-01|2026-01-31");
        assertThat(bench.rows("select period_start, base, quote, rate from fx_rates"))
                .containsExactly("2026-01-05|USD|IDR|16650.25");
    }

    @Test
    void web_events_become_visits_with_the_channel_of_their_first_event() throws IOException {
        FileReport report = loaded("events.ndjson", """
                {"messageId":"a","type":"page","anonymousId":"v1","timestamp":"2026-01-05T03:04:05.123Z","context":{"page":{"url":"https://toko.example/?utm_source=facebook&utm_medium=paid_social&utm_campaign=Lebaran","path":"/","referrer":"","title":"Toko"},"device":{"type":"mobile"}}}
                {"messageId":"b","type":"track","event":"Order Completed","anonymousId":"v1","userId":"Budi@Example.com","timestamp":"2026-01-05T03:10:05.123Z","context":{"page":{"url":"https://toko.example/selesai","referrer":"https://toko.example/"}},"properties":{"order_id":"#1001","revenue":150000.5,"currency":"IDR"}}
                {"messageId":"b","type":"track","event":"Order Completed","anonymousId":"v1","userId":"Budi@Example.com","timestamp":"2026-01-05T03:10:05.123Z","context":{"page":{"url":"https://toko.example/selesai","referrer":"https://toko.example/"}},"properties":{"order_id":"#1001","revenue":150000.5,"currency":"IDR"}}
                {"messageId":"c","type":"page","anonymousId":"v2","timestamp":"2026-01-05T03:04:05.123Z","context":{"page":{"url":"https://toko.example/x","referrer":"https://www.google.co.id/"}}}
                {"messageId":"d","type":"track","event":"Wish List Opened","anonymousId":"v2","timestamp":"2026-01-05T03:04:06.123Z","context":{"page":{"url":"https://toko.example/x","referrer":"https://www.toko.example/"}}}
                """);
        assertThat(report.problems()).extracting(Problem::code).containsExactly("rows-repeated");
        assertThat(bench.rows("select event_id, event_name, period_start, page_path, source, medium, campaign, channel,"
                        + " is_paid, transaction_id, value, currency from events order by event_id"))
                .containsExactly(
                        "a|page_view|2026-01-05|/|facebook|paid_social|Lebaran|Paid Social|true|-|-|-",
                        "b|purchase|2026-01-05|/selesai|(direct)|(none)|-|Direct|false|#1001|150000.5|IDR",
                        "c|page_view|2026-01-05|/x|google|organic|-|Organic Search|false|-|-|-",
                        "d|wish_list_opened|2026-01-05|/x|(direct)|(none)|-|Direct|false|-|-|-");
        assertThat(bench.rows("select visitor_id, channel, purchases from visits order by 1"))
                .containsExactly("v1|Paid Social|1", "v2|Organic Search|0");
        assertThat(bench.rows("select count(*) from events where user_id like '%@%' or properties like '%@%'"))
                .containsExactly("0");
    }

    @Test
    void hubspot_s_history_tells_each_entry_into_a_stage_and_nothing_of_other_properties() throws IOException {
        loaded("riwayat.csv", """
                contact_id,timestamp,source,name,value,source_id
                1,2026-01-04 18:30:00.001,API,lifecyclestage,lead,
                1,2026-01-06 02:00:00.000,CRM_UI,lifecyclestage,marketingqualifiedlead,9
                1,2026-01-06 02:00:00.000,CRM_UI,email,ani@example.com,9
                1,2026-01-07 02:00:00.000,CRM_UI,lifecyclestage,,9
                1,2026-01-08 02:00:00.000,CRM_UI,lifecyclestage,lead,9
                """);
        assertThat(bench.rows("select lead_id, stage, period_start, evidence from lead_stages order by entered_at"))
                .containsExactly("1|lead|2026-01-05|history", "1|mql|2026-01-06|history", "1|lead|2026-01-08|history");
        assertThat(bench.load("aneh.csv", """
                contact_id,timestamp,source,name,value,source_id
                2,2026-01-04 18:30:00.001,API,lifecyclestage,calon,
                """).reasons()).containsEntry("unmapped_value", 1L);
    }

    @Test
    void xendit_payments_are_what_came_in_less_the_fee_and_its_tax() throws IOException {
        loaded("xendit.csv", """
                Status,Type,Channel,Channel Name,Account Number,Currency,Amount,Total Fee,Total VAT,Net Amount,Transaction ID,Reference,Created Date ISO
                SUCCESS,PAYMENT,VIRTUAL_ACCOUNT,BCA,88081234,IDR,650000.00,4000.00,440.00,645560.00,txn_1,A-1,2026-01-05T17:30:00Z
                FAILED,PAYMENT,EWALLET,OVO,,IDR,90000.50,,,90000.50,txn_2,A-2,2026-01-05T18:00:00Z
                SUCCESS,DISBURSEMENT,BANK,BNI,77,IDR,300000.00,5000.00,550.00,305550.00,txn_3,D-1,2026-01-05T19:00:00Z
                PARTIALLY_REFUNDED,PAYMENT,CARDS,VISA,,IDR,120000.00,3000.00,,117000.00,txn_4,A-4,2026-01-06T02:00:00Z
                """);
        assertThat(bench.rows("select payment_id, order_id, status, period_start, amount, fee, net, refunded, method"
                        + " from payments order by payment_id"))
                .containsExactly(
                        "txn_1|A-1|paid|2026-01-06|650000|4440|645560|-|BCA",
                        "txn_2|A-2|failed|2026-01-06|90000.5|-|90000.5|-|OVO",
                        "txn_4|A-4|refunded|2026-01-06|120000|3000|117000|-|VISA");
        assertThat(bench.rows("select count(*) from payments where extra like '%88081234%'"))
                .containsExactly("0");
    }

    @Test
    void a_salesforce_report_s_footer_counts_its_rows_and_none_may_be_missing() throws IOException {
        String footer = "\n\n\"Grand Totals (2 records)\"\n\n\"Confidential Information - Do Not Distribute\"\n"
                + "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n";
        String leads =
                "Lead ID,First Name,Email,Lead Source,Lead Status,Lead Owner,Create Date,Converted,Converted Date\n"
                        + "00Q1,Ani,ani@example.com,Web,Open,Rina,25/01/2026,0,\n";
        FileReport short1 = bench.load("kurang.csv", leads + footer);
        assertThat(short1.outcome()).isEqualTo(Outcome.HELD);
        assertThat(short1.problems()).extracting(Problem::code).contains("control-total-mismatch");
        loaded(
                "prospek.csv",
                leads + "00Q2,Budi,budi@example.com,Iklan,Qualified,Rina,01/02/2026,1,13/02/2026\n" + footer);
        assertThat(bench.rows("select lead_id, period_start, stage, stage_raw, source, opportunity_on,"
                        + " person_key like '%@%' from leads order by lead_id"))
                .containsExactly(
                        "00Q1|2026-01-25|-|Open|Web|-|false",
                        "00Q2|2026-02-01|opportunity|Qualified|Iklan|2026-02-13|false");
        loaded(
                "peluang.csv",
                "Opportunity ID,Opportunity Name,Stage,Amount,Amount Currency,Close Date,Created Date,Won,Closed\n"
                        + "0061,PT Laras,Closed Won,1250000.50,IDR,28/02/2026,13/01/2026,1,1\n"
                        + "0062,PT Batik,Proposal,,IDR,30/12/2026,14/01/2026,0,0\n" + footer);
        assertThat(bench.rows(
                        "select opportunity_id, period_start, stage_raw, amount, closed_on, is_won, is_closed, extra"
                                + " from opportunities order by opportunity_id"))
                .containsExactly(
                        "0061|2026-01-13|Closed Won|1250000.5|2026-02-28|true|true|-",
                        "0062|2026-01-14|Proposal|-|2026-12-30|false|false|-");
    }

    @Test
    void of_two_periods_compared_the_later_one_is_read_and_its_days_must_be_said() throws IOException {
        String compared = """
                Top queries,Last 28 days Clicks,Previous 28 days Clicks,Last 28 days Impressions,Previous 28 days Impressions,Last 28 days CTR,Previous 28 days CTR,Last 28 days Position,Previous 28 days Position
                kemeja batik,12,9,300,280,4%,3.2%,5.5,7.1
                """;
        assertThat(bench.load("Queries.csv", compared).problems())
                .extracting(Problem::code)
                .contains("period-missing");
        Period days = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-28"));
        FileReport report = bench.load(bench.write("Queries.csv", compared), days);
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select keyword, period_start, period_end, clicks, impressions, position, basis"
                        + " from search_rankings"))
                .containsExactly("kemeja batik|2026-01-01|2026-01-28|12|300|5.5|gsc_average");
    }

    private FileReport loaded(String name, String text) throws IOException {
        FileReport report = bench.load(name, text);
        assertThat(report.problems().stream().filter(Problem::isError).toList()).isEmpty();
        assertThat(report.reasons()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        return report;
    }
}
