package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.store.Loading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server logs in the formats servers write; what people asked for becomes events, the rest is counted. */
class LogsTest {

    private static final Path SHARED = Path.of("../shared");
    private static final String AGENT = "\"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/130.0\"";

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
    void ten_thousand_lines_of_a_real_blog_give_the_pages_visitors_and_visits_counted_by_hand() throws IOException {
        Path log = SHARED.resolve("realdata/apache_semicomplete/access_combined.log");
        assumeThat(log).as("skipped: the real access log is not there").exists();
        JsonNode expected = JsonMapper.shared()
                .readTree(SHARED.resolve("realdata/expected/apache_semicomplete.json")
                        .toFile())
                .get("expected");
        FileReport report = bench.load(log);
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.reasons()).containsOnlyKeys("malformed_line");
        assertThat(bench.store().rejects(report.load().orElseThrow()))
                .extracting(Loading.Reject::line)
                .containsExactly(
                        expected.at("/lines_not_matching_combined/value/0").asLong());
        long pages = expected.at("/page_requests_human_rule/value").asLong();
        Problem passedOver = problem(report, "requests-passed-over");
        assertThat(passedOver.facts())
                .containsEntry(
                        "bots", expected.at("/bot_lines_crawler_list/value").asLong());
        long rest = (long) passedOver.facts().get("files")
                + (long) passedOver.facts().get("others");
        assertThat(pages
                        + rest
                        + 1
                        + expected.at("/bot_lines_crawler_list/value").asLong())
                .isEqualTo(expected.at("/lines/value").asLong());
        assertThat(bench.rows("select count(*), count(distinct anonymous_id) from events"))
                .containsExactly(
                        pages + "|" + expected.at("/visitors_ip_agent/value").asString());
        assertThat(bench.rows("select count(*) from visits"))
                .containsExactly(expected.at("/visits_30_minutes/value").asString());
        assertThat(bench.rows("select page_path, count(*) from events group by 1 order by 2 desc, 1 limit 5"))
                .containsExactlyElementsOf(expected.at("/top5_pages/value").properties().stream()
                        .map(page -> page.getKey() + "|" + page.getValue().asString())
                        .toList());
        assertThat(bench.rows("select count(*) from events where concat_ws(' ', anonymous_id, extra) like '%10.0.%'"))
                .containsExactly("0");
    }

    @Test
    void common_combined_and_virtual_host_lines_are_one_profile_and_keep_their_offset() throws IOException {
        bench.load("common.log", "203.0.113.7 - - [10/Feb/2026:23:42:07 +0700] \"GET /a HTTP/1.0\" 200 368\n");
        bench.load(
                "vhost.log",
                "toko.example:443 203.0.113.7 - the user [10/Feb/2026:16:42:07 +0000] \"GET /b?utm_source=ig&utm_medium=social"
                        + " HTTP/2.0\" 304 - \"https://www.google.com/\" \"A \\\"quoted\\\" agent\"\n");
        assertThat(bench.rows(
                        "select event_time, period_start, page_url, page_path, source, medium from events order by 3"))
                .containsExactly(
                        "2026-02-10T16:42:07Z|2026-02-10|/a|/a|(direct)|(none)",
                        "2026-02-10T16:42:07Z|2026-02-10|https://toko.example/b?utm_source=ig&utm_medium=social|/b|ig|social");
    }

    @Test
    void crawlers_files_forms_and_errors_are_counted_and_not_read() throws IOException {
        FileReport report = bench.load("a.log", """
                203.0.113.7 - - [10/Feb/2026:16:42:07 +0000] "GET / HTTP/1.1" 200 1 "-" %1$s
                203.0.113.7 - - [10/Feb/2026:16:42:08 +0000] "GET /a.CSS?v=1 HTTP/1.1" 200 1 "-" %1$s
                203.0.113.7 - - [10/Feb/2026:16:42:08 +0000] "GET /stat/matomo.php?action_name=A HTTP/1.1" 200 1 "-" %1$s
                203.0.113.7 - - [10/Feb/2026:16:42:09 +0000] "POST / HTTP/1.1" 200 1 "-" %1$s
                203.0.113.7 - - [10/Feb/2026:16:42:10 +0000] "GET /x HTTP/1.1" 404 1 "-" %1$s
                203.0.113.8 - - [10/Feb/2026:16:42:10 +0000] "GET / HTTP/1.1" 200 1 "-" "Googlebot/2.1"
                203.0.113.9 - - [10/Feb/2026:16:42:11 +0000] "\\x16\\x03\\x01" 400 1 "-" "-"
                """.formatted(AGENT));
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.read()).isEqualTo(1);
        assertThat(problem(report, "requests-passed-over").facts())
                .containsEntry("bots", 1L)
                .containsEntry("files", 2L)
                .containsEntry("others", 3L);
    }

    @Test
    void the_fields_line_of_a_w3c_log_says_what_stands_where_and_may_change_in_the_middle() throws IOException {
        FileReport report = bench.load("u_ex.log", """
                #Software: Microsoft Internet Information Services 10.0
                #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent) cs(Referer) sc-status
                2026-02-10 16:42:07 10.0.0.1 GET /a utm_source=ig 443 203.0.113.7 Mozilla/5.0+(Windows) - 200
                #Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)
                2026-02-10 17:42:07 203.0.113.7 GET /b - 200 Mozilla/5.0+(Windows)
                """);
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select event_time, page_url, source from events order by 1"))
                .containsExactly("2026-02-10T16:42:07Z|/a?utm_source=ig|ig", "2026-02-10T17:42:07Z|/b|(direct)");
        assertThat(bench.rows("select count(distinct anonymous_id) from events"))
                .containsExactly("1");
    }

    @Test
    void cloudfront_logs_are_w3c_logs_with_tabs_and_a_host() throws IOException {
        FileReport report = bench.load(
                "cf.log",
                "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                        + " cs(Referer) cs(User-Agent) cs-uri-query\n"
                        + "2026-02-10\t16:42:07\tCGK50\t10\t203.0.113.7\tGET\td1.cloudfront.net\t/a\t200\t-\tMozilla/5.0%20(X11)\t-\n");
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows("select page_url from events")).containsExactly("https://d1.cloudfront.net/a");
    }

    @Test
    void json_logs_of_caddy_and_nginx_are_read_whatever_their_members_are_called() throws IOException {
        bench.load("caddy.log", """
                {"ts":1770741727.5,"request":{"client_ip":"203.0.113.7","method":"GET","host":"toko.example","uri":"/a","headers":{"User-Agent":["Mozilla/5.0 (X11)"],"Referer":["https://toko.example/"]}},"status":200}
                {"ts":1770741728.5,"request":{"client_ip":"203.0.113.7","method":"GET","host":"toko.example","uri":"/a.js","headers":{}},"status":200}
                """);
        bench.load(
                "nginx.json",
                "{\"ip\":\"203.0.113.7\",\"host\":\"toko.example\",\"path\":\"/b\",\"status\":\"200\",\"referrer\":\"\",\"user_agent\":\"Mozilla/5.0\",\"date\":\"2026-02-10T23:42:07+07:00\"}\n");
        assertThat(bench.rows("select event_time, page_url from events order by 2"))
                .containsExactly(
                        "2026-02-10T16:42:07.500Z|https://toko.example/a",
                        "2026-02-10T16:42:07Z|https://toko.example/b");
    }

    @Test
    void logs_that_overlap_count_each_request_once_and_equal_requests_of_one_second_count_each() throws IOException {
        String line = "203.0.113.7 - - [10/Feb/2026:16:42:07 +0000] \"GET /a HTTP/1.0\" 200 368\n";
        String later = line.replace(":07 ", ":08 ");
        bench.load("a.log", line + line + later);
        bench.load("b.log", line + line + later + later.replace("/a", "/b"));
        assertThat(bench.rows("select count(*) from events where superseded_by is null"))
                .containsExactly("4");
    }

    @Test
    void a_log_of_crawlers_alone_loads_nothing_and_says_so() throws IOException {
        FileReport report = bench.load(
                "a.log",
                "203.0.113.8 - - [10/Feb/2026:16:42:10 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"Googlebot/2.1\"\n");
        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.read()).isZero();
    }

    private static Problem problem(FileReport report, String code) {
        return report.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
