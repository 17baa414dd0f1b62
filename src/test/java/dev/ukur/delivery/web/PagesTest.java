package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.FindingWords;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Finding;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words and numbers of the dashboard's pages on a simulated shop, as they are sent. */
class PagesTest {

    private static final Period SEPTEMBER = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    /** How many questions a workspace answers at once. */
    private static final int READERS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private static final Messages SAY = Messages.of(Language.ID);

    @TempDir
    static Path folder;

    private static ServedShop shop;

    @BeforeAll
    static void open() throws IOException {
        shop = ServedShop.open(folder.resolve("toko"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void a_month_stands_beside_the_month_before_it_also_where_that_one_is_shorter() {
        Answer september = shop.ukur()
                .query(new MetricQuery(
                        List.of("visits"),
                        List.of("device"),
                        Grain.TOTAL,
                        Optional.of(SEPTEMBER),
                        Optional.empty(),
                        Optional.empty()));
        String page = page("/acquisition?from=2026-10-01&to=2026-10-31&compare=previous");
        assertThat(september.rows()).isNotEmpty();
        september.rows().forEach(row -> {
            String before = SAY.formats().count(((Double) row.get(1)).longValue());
            assertThat(page)
                    .containsPattern(
                            "<th scope=\"row\"><a [^>]+>" + row.get(0) + "</a></th><td class=\"num\">[\\d.]+</td>"
                                    + "<td class=\"num\">" + Pattern.quote(before) + "</td>");
        });
    }

    @Test
    void hours_are_named_as_hours() {
        assertThat(page("/explore?metric=visits&grain=hour&from=2026-10-30&to=2026-10-30"))
                .contains("<option value=\"hour\" selected>jam</option>")
                .contains("30 Okt 2026, 00.00", "30 Okt 2026, 23.00");
    }

    @Test
    void a_month_cut_short_is_named_by_its_days_and_told_to_be_not_whole() {
        assertThat(page("/explore?metric=visits&grain=month&from=2026-09-01&to=2026-10-15"))
                .contains(">Sep 2026</a></th>", ">1–15 Okt 2026</a></th>")
                .contains("grain=day&amp;from=2026-10-01&amp;to=2026-10-15\"")
                .contains("Tidak utuh: 1–15 Okt 2026.");
    }

    @Test
    void the_last_whole_month_ends_the_drawing_when_another_has_only_begun() {
        String page = page("/explore?metric=visits&grain=month");
        String drawing = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
        assertThat(drawing).contains(">Okt 26<").doesNotContain(">Nov 26<");
        assertThat(page).contains("1–22 Nov 2026");
    }

    @Test
    void a_number_by_time_and_one_dimension_has_periods_down_and_members_across_and_says_what_the_long_table_says() {
        String page = page("/explore?metric=visits&by=device&grain=month&from=2026-08&to=2026-09");
        List<?> told = shop
                .ukur()
                .query(new MetricQuery(
                        List.of("visits"),
                        List.of("device"),
                        Grain.MONTH,
                        Optional.of(new Period(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 30))),
                        Optional.empty(),
                        Optional.empty()))
                .rows()
                .stream()
                .flatMap(List::stream)
                .toList();
        List<?> members =
                told.stream().filter(String.class::isInstance).distinct().toList();
        assertThat(members).hasSizeGreaterThan(1);
        members.forEach(member -> assertThat(page).contains("<th scope=\"col\" class=\"num\">" + member + "</th>"));
        String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        assertThat(Pattern.compile("<tr>").matcher(body).results().count()).isEqualTo(2);
        told.stream()
                .filter(Double.class::isInstance)
                .forEach(visits -> assertThat(body)
                        .contains("<td class=\"num\">" + SAY.formats().count((Double) visits) + "</td>"));
    }

    @Test
    void members_that_are_not_told_by_name_are_named_in_the_language_of_the_page() {
        String path = "/explore?metric=visits&by=channel&top=2&grain=total";
        assertThat(page(path))
                .contains("<th scope=\"row\">(lainnya)</th>")
                .doesNotContain("<th scope=\"row\">(others)</th>");
    }

    @Test
    void a_warning_is_said_once_a_page_and_calls_tables_and_metrics_as_people_do() {
        String page = page("/acquisition");
        Matcher told = Pattern.compile("[.] Dihitung dari kunjungan dari kejadian di situs; rekap analitik web")
                .matcher(page);
        assertThat(told.results().count()).isEqualTo(1);
        assertThat(page).doesNotContain("web_stats", "cost_per_order kosong");
    }

    @Test
    void the_page_that_answers_a_form_can_be_read_in_the_other_language() {
        HttpResponse<String> seen =
                shop.send(shop.upload("/data/upload", "kurs.csv", "date,base\n").header("Accept", "text/html"));
        Matcher other = Pattern.compile("href=\"([^\"]+)\" lang=\"en\"").matcher(seen.body());
        assertThat(other.find()).as(seen.body()).isTrue();
        assertThat(shop.get(other.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void who_asks_for_a_page_that_takes_long_sees_that_it_comes_and_then_it_comes() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService busy = Executors.newCachedThreadPool();
        try {
            CountDownLatch begun = new CountDownLatch(READERS);
            for (int i = 0; i < READERS; i++) {
                busy.submit(() -> shop.ukur().find(desk -> {
                    begun.countDown();
                    return waited(done);
                }));
            }
            begun.await();
            // nothing is known of the version that begins here, not even the name of the workspace
            Files.writeString(folder.resolve("toko/goals.yaml"), "\n", StandardOpenOption.APPEND);
            HttpRequest.Builder page = shop.at("/funnel?window=17").header("Accept", "text/html");
            HttpResponse<String> coming = shop.sendOnce(page);
            assertThat(coming.statusCode()).isEqualTo(202);
            assertThat(coming.headers().firstValue("Refresh")).contains("1");
            assertThat(coming.headers().firstValue("ETag")).isEmpty();
            assertThat(coming.body()).contains(SAY.text("web.coming"), "class=\"wait\"");
            done.countDown();
            assertThat(shop.get("/funnel?window=17").body()).contains("value=\"17\"");
            assertThat(shop.send(page).statusCode()).isEqualTo(200);
        } finally {
            done.countDown();
            busy.shutdown();
        }
    }

    private static Finding waited(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                Problem.error("load-unknown", Location.nowhere()).with("load", 0));
    }

    @Test
    void pages_are_visited_before_somebody_comes_those_of_each_goal_too() throws Exception {
        CountDownLatch visits = new CountDownLatch(
                1 + shop.ukur().scorecard(Optional.empty()).kpis().size());
        List<String> visited = new CopyOnWriteArrayList<>();
        Route.Answer answer = visit -> {
            visited.add(visit.path());
            visits.countDown();
            return Reply.html(visit.ukur().settings().name());
        };
        List<Route> routes = List.of(
                Route.show(Right.VIEW, "/funnel", answer),
                Route.show(Right.VIEW, "/kpi/{goal}", answer),
                Route.show(Right.VIEW, "/data/loads/{load}", answer),
                Route.show(Right.VIEW, Api.BASE + "/loads", answer),
                Route.watch(Right.VIEW, "/account/me", answer),
                Route.form(Right.IMPORT, "/data/upload", answer));
        try (Rounds rounds = new Rounds(List.of(shop.place()), routes)) {
            rounds.begin();
            visits.await();
        }
        assertThat(visited.get(0)).isEqualTo("/funnel");
        assertThat(visited.subList(1, visited.size()))
                .allMatch(path -> path.startsWith("/kpi/"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void an_occasion_can_be_set_against_every_metric_that_is_known_by_the_day() {
        String page = page("/impact");
        assertThat(page)
                .contains(
                        "value=\"orders\" selected", "value=\"net_revenue\"", "value=\"bounce_rate\"", "value=\"mrr\"")
                .contains("value=\"ctr\"", "value=\"search_clicks\"", "value=\"page_views\"")
                // costs of a month, averages of twelve months, and mails that go out on some days
                .doesNotContain("value=\"cac\"", "value=\"clv_to_cac\"", "value=\"email_open_rate\"");
    }

    @Test
    void the_data_page_shows_the_newest_loads_and_each_source_all_of_its_own() {
        long ofShop = shop.ukur().loads().stream()
                .filter(load -> load.source().profile().equals("shopify.orders"))
                .count();
        String data = page("/data");
        assertThat(data).contains("href=\"/data?source=shopify.orders\"");
        assertThat(loads(data)).isEqualTo(20);
        assertThat(loads(page("/data?source=shopify.orders"))).isEqualTo(ofShop);
        assertThat(page("/data?source=nothing")).contains(SAY.text("web.source.none"));
    }

    private static long loads(String page) {
        return Pattern.compile("href=\"/data/loads/").matcher(page).results().count();
    }

    @Test
    void a_form_larger_than_any_of_ours_is_refused_and_no_fault() {
        HttpResponse<String> refused =
                shop.send(shop.at("/data/load").POST(BodyPublishers.ofString("sending=" + "x".repeat((1 << 20) + 1))));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("web-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/email",
                "/brand",
                "/leads",
                "/attribution",
                "/funnel",
                "/funnel?steps=lead%3Emql&by=channel&against=previous",
                "/customers",
                "/customers/churn",
                "/customers/value",
                "/customers/behaviour",
                "/impact",
                "/impact?occasion=twin-dates"
            })
    void a_page_of_an_analysis_answers_and_shows_what_it_rests_on(String path) {
        assertThat(page(path)).contains("<p class=\"lede\">", "<table>", "aria-current=\"page\"");
    }

    @Test
    void the_answer_of_a_page_is_the_answer_of_the_command() {
        Finding finding = shop.ukur().find(new Cohort(Grain.MONTH, "channel", Optional.empty()));
        assertThat(page("/customers")).contains(new FindingWords(SAY).sentence(finding.answer()));
    }

    @Test
    void a_question_that_cannot_be_asked_is_told_on_its_page_beside_the_form() {
        assertThat(page("/funnel?steps=visit%3Enowhere"))
                .contains("Tidak ada langkah nowhere di data.", "value=\"visit>nowhere\"");
        assertThat(page("/impact?occasion=nothing")).contains("Tidak ada acara bernama atau berjenis nothing.");
        assertThat(page("/customers/value?weeks=many")).contains("many");
    }

    @Test
    void a_workspace_without_data_says_how_to_begin() {
        Path empty = folder.resolve("kosong");
        Ukur.init(empty, Language.ID.code());
        try (ServedShop served = ServedShop.over(empty)) {
            for (String path : List.of(
                    "/", "/funnel", "/customers", "/impact", "/acquisition", "/campaigns", "/keywords", "/explore")) {
                assertThat(served.get(path).body())
                        .as(path)
                        .contains(SAY.text("web.first"))
                        .doesNotContain("1969", SAY.text("web.empty"));
            }
        }
    }

    private static String page(String path) {
        HttpResponse<String> page = shop.send(shop.at(path).header("Accept", "text/html"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body().replaceAll("\\s+</", "</");
    }
}
