package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.IntakeRules;
import dev.ukur.model.PrivacyRules;
import dev.ukur.model.RejectRules;
import dev.ukur.model.TraceRules;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a visit's traces is believed: events in, visits out, each rule worked by hand. */
class TracesTest {

    private static final String PEOPLE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/130.0";
    private static final String VISITS =
            "select started_at, source, medium, channel, pageviews from visits where superseded_by is null order by 1";

    @TempDir
    Path folder;

    private Bench bench;
    private final StringBuilder lines = new StringBuilder();
    private int events;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_link_between_one_s_own_pages_neither_begins_a_visit_nor_takes_its_source() throws IOException {
        bench.intake(rules(new TraceRules(
                Set.of("toko-kasir.example"), Set.of(), Set.of(), List.of(), TraceRules.NONE.repairs())));
        event("03:00", "https://toko.example/", "https://www.google.com/");
        event("03:10", "https://toko.example/keranjang", "https://www.toko.example/");
        event("03:20", "https://toko.example/selesai", "https://bayar.toko-kasir.example/x");
        event("05:00", "https://toko.example/", "https://toko-kasir.example/");
        load();
        assertThat(bench.rows(VISITS))
                .containsExactly(
                        "2026-01-05T03:00:00Z|google|organic|Organic Search|3",
                        "2026-01-05T05:00:00Z|(direct)|(none)|Direct|1");
    }

    @Test
    void who_comes_back_from_a_payment_page_is_still_in_the_visit_and_was_not_brought_by_it() throws IOException {
        event("03:00", "https://toko.example/?utm_source=ig&utm_medium=social&utm_campaign=lebaran", "");
        event("03:29", "https://toko.example/selesai", "https://app.midtrans.com/snap/v4");
        event("04:10", "https://toko.example/selesai", "https://app.midtrans.com/snap/v4");
        load();
        assertThat(bench.rows(VISITS))
                .containsExactly(
                        "2026-01-05T03:00:00Z|ig|social|Organic Social|2",
                        "2026-01-05T04:10:00Z|(direct)|(none)|Direct|1");
    }

    @Test
    void a_link_of_another_campaign_begins_a_visit_and_the_same_one_followed_again_does_not() throws IOException {
        String mail = "https://toko.example/?utm_source=surat&utm_medium=email&utm_campaign=payday";
        event("03:00", "https://toko.example/", "https://www.google.com/");
        event("03:05", mail, "");
        event("03:06", "https://toko.example/batik", "https://toko.example/");
        event("03:08", mail, "");
        event("03:10", "https://toko.example/", "https://www.bing.com/");
        event("03:12", "https://toko.example/?gclid=abc", "https://www.google.com/");
        event("03:50", "https://toko.example/", "");
        event("03:55", "https://toko.example/?gclid=def", "https://www.google.com/");
        load();
        assertThat(bench.rows(VISITS))
                .as("another search engine is no campaign; an advertisement is, also after a visit of its own")
                .containsExactly(
                        "2026-01-05T03:00:00Z|google|organic|Organic Search|1",
                        "2026-01-05T03:05:00Z|surat|email|Email|4",
                        "2026-01-05T03:12:00Z|google|cpc|Paid Search|1",
                        "2026-01-05T03:50:00Z|(direct)|(none)|Direct|1",
                        "2026-01-05T03:55:00Z|google|cpc|Paid Search|1");
    }

    @Test
    void crawlers_and_referrer_spam_are_counted_and_no_visits() throws IOException {
        bench.intake(rules(new TraceRules(
                Set.of(),
                Set.of(),
                Set.of("iklan-palsu.example"),
                List.of(Pattern.compile("pemantau-toko")),
                TraceRules.NONE.repairs())));
        event("03:00", "https://toko.example/", "https://www.google.com/");
        event("03:01", "https://toko.example/", "", "Mozilla/5.0 (compatible; Googlebot/2.1)", "b");
        event("03:02", "https://toko.example/", "", "pemantau-toko/1.0", "c");
        event("03:03", "https://toko.example/", "http://site7.semalt.com/crawler.php?u=toko", PEOPLE, "d");
        event("03:04", "https://toko.example/", "https://iklan-palsu.example/", PEOPLE, "e");
        FileReport report = load();
        assertThat(bench.rows(VISITS)).containsExactly("2026-01-05T03:00:00Z|google|organic|Organic Search|1");
        Problem passed = report.problems().stream()
                .filter(problem -> problem.code().equals("requests-passed-over"))
                .findFirst()
                .orElseThrow();
        assertThat(passed.facts()).containsEntry("bots", 2L).containsEntry("spam", 2L);
        assertThat(report.read()).isEqualTo(1);
    }

    @Test
    void a_log_passes_over_the_same_spam() throws IOException {
        String line =
                "203.0.113.%d - - [10/Feb/2026:16:42:0%d +0000] \"GET / HTTP/1.1\" 200 1 \"%s\" \"" + PEOPLE + "\"\n";
        FileReport report = bench.load(
                "a.log",
                line.formatted(7, 1, "https://www.google.com/")
                        + line.formatted(8, 2, "http://buttons-for-website.com/"));
        assertThat(report.problems())
                .filteredOn(problem -> problem.code().equals("requests-passed-over"))
                .extracting(problem -> problem.facts().get("spam"))
                .containsExactly(1L);
        assertThat(bench.rows("select source from events")).containsExactly("google");
    }

    @Test
    void the_words_of_a_campaign_are_mended_by_rules_and_a_workspace_adds_its_own() throws IOException {
        bench.intake(rules(new TraceRules(
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                new TraceRules.Repairs(
                        Set.of(),
                        Map.of("source", Map.of("igg", "instagram"), "campaign", Map.of("lebarann", "Lebaran"))))));
        event("03:00", "https://toko.example/?utm_source=FaceBok&utm_medium=CPC&utm_campaign=Lebaran", "", PEOPLE, "a");
        event(
                "03:01",
                "https://toko.example/?utm_source=facebook&utm_medium=cpc&utm_campaign=Lebaran",
                "",
                PEOPLE,
                "a");
        event("03:02", "https://toko.example/?utm_source=igg&utm_medium=Sosial&utm_campaign=LebaranN", "", PEOPLE, "b");
        load();
        assertThat(bench.rows("select source, medium, campaign, channel, pageviews from visits order by started_at"))
                .containsExactly("facebook|cpc|Lebaran|Paid Social|2", "instagram|social|Lebaran|Organic Social|1");
    }

    @Test
    void the_words_of_a_report_stay_as_they_are_so_that_its_rows_stay_apart() throws IOException {
        FileReport report = bench.load(
                "report.csv",
                "Session source / medium,Date,Sessions\nFacebook / cpc,20260105,3\nfacebook / cpc,20260105,4\n");
        assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(bench.rows("select source, visits from web_stats order by 2"))
                .containsExactly("Facebook|3", "facebook|4");
    }

    private static IntakeRules rules(TraceRules traces) {
        return new IntakeRules(traces, RejectRules.USUAL, PrivacyRules.USUAL);
    }

    private void event(String time, String url, String referrer) {
        event(time, url, referrer, PEOPLE, "a");
    }

    private void event(String time, String url, String referrer, String agent, String visitor) {
        lines.append(
                        "{\"messageId\":\"m%d\",\"type\":\"page\",\"timestamp\":\"2026-01-05T%s:00Z\",\"anonymousId\":\"%s\","
                                .formatted(++events, time, visitor))
                .append("\"context\":{\"userAgent\":\"%s\",\"page\":{\"url\":\"%s\",\"referrer\":\"%s\"}}}\n"
                        .formatted(agent, url, referrer));
    }

    private FileReport load() throws IOException {
        return bench.load("events.ndjson", lines.toString());
    }
}
