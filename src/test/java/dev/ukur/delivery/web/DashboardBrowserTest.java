package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in a real browser, both languages, wide and narrow: accessible, whole, without a complaint. */
@Tag("slow")
class DashboardBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> PAGES = List.of(
            "/",
            "/kpi/pertumbuhan-pelanggan",
            "/acquisition",
            "/campaigns",
            "/review",
            "/goals",
            "/keywords",
            "/email",
            "/brand",
            "/attribution",
            "/funnel?against=previous&by=channel",
            "/leads",
            "/customers",
            "/customers/churn",
            "/customers/value",
            "/customers/behaviour",
            "/impact",
            "/impact?occasion=twin-dates",
            "/explore?metric=conversion_rate&by=channel&grain=total&from=2026-10&to=2026-10&compare=previous",
            "/explore?metric=visits&grain=month",
            "/explore?metric=visits&where=nothing%3D1",
            "/data",
            "/data?source=shopify.orders",
            "/data/loads/1",
            "/glossary",
            "/nowhere");
    /** A year of rates and one row that is no day: few enough bad rows for the file to be loaded. */
    private static final String RATES = "date,base,quote,rate,provider\n2026-10-02,SGD,IDR,12250.75,BI\n"
            + LocalDate.parse("2025-10-01")
                    .datesUntil(LocalDate.parse("2026-10-01"))
                    .map(day -> day + ",SGD,IDR,12260.75,BI\n")
                    .collect(Collectors.joining())
            + "besok,SGD,IDR,1,BI\n";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Browser browser;
    private static ServedShop shop;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        browser = chromium.browser();
        shop = ServedShop.open(folder.resolve("toko"));
    }

    @AfterAll
    static void stop() {
        Stream.of(chromium, shop).forEach(DashboardBrowserTest::close);
    }

    @ParameterizedTest
    @CsvSource({"id, 1440, LIGHT", "en, 390, LIGHT", "id, 390, DARK", "en, 1440, DARK"})
    void every_page_is_whole_and_accessible(String language, int width, ColorScheme scheme) {
        List<String> complaints = new ArrayList<>();
        for (String path : PAGES) {
            try (Page page = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(width, 1000).setColorScheme(scheme))) {
                page.onConsoleMessage(message -> complaints.add(path + ": " + message.text()));
                page.onPageError(error -> complaints.add(path + ": " + error));
                page.navigate(
                        shop.address() + path.substring(1) + (path.contains("?") ? "&" : "?") + "lang=" + language);
                Chromium.whole(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(
                                "web-" + PAGES.indexOf(path) + "-" + language + "-" + width + ".png")));

                assertThat(page.evaluate("document.documentElement.lang"))
                        .as(path)
                        .isEqualTo(language);
                assertThat(page.locator("h1").count()).as(path).isOne();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
                assertThat(page.locator("main").innerText())
                        .as(path)
                        .doesNotContain("{")
                        .doesNotContainPattern("\\b(web|page|problem|scorecard|reject)\\.[a-z]");
                Chromium.barriers(page).forEach(found -> complaints.add(path + " " + found));
            }
        }
        complaints.removeIf(complaint -> complaint.startsWith("/nowhere: Failed to load resource"));
        assertThat(complaints).isEmpty();
    }

    /** Narrow and dark in one language, wide and light in the other: what is seen on the way is accessible too. */
    @ParameterizedTest
    @CsvSource({"ID, 390, DARK", "EN, 1440, LIGHT"})
    void a_newcomer_sees_what_a_file_holds_loads_it_and_finds_its_rejected_row(
            Language language, int width, ColorScheme scheme) {
        Messages say = Messages.of(language);
        Path fresh = folder.resolve("fresh-" + language.code());
        Ukur.init(fresh, language.code());
        try (ServedShop empty = ServedShop.over(fresh);
                Page page = browser.newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, 1000)
                        .setColorScheme(scheme))) {
            page.navigate(empty.address());
            Chromium.whole(page);
            assertThat(page.locator("h1").innerText()).isEqualTo(say.text("web.first"));
            assertThat(Chromium.barriers(page)).isEmpty();
            page.locator("a.btn--main").click();
            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("kurs.csv", "text/csv", RATES.getBytes(StandardCharsets.UTF_8)));
            page.locator("main button").click();
            assertThat(page.locator("main").innerText())
                    .contains(say.text("web.outcome.dry_run"), "ukur.fx_rates", "12250.75");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(empty.ukur().loads()).isEmpty();

            page.locator("main button").click();
            assertThat(empty.ukur().loads()).hasSize(1);
            page.navigate(empty.address() + "data");
            Chromium.whole(page);
            page.locator("text=kurs.csv").first().click();
            assertThat(page.locator("main").innerText()).contains("besok");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains(say.text("web.undone"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_kpi_leads_to_its_days_and_to_the_files_that_made_it(Language language) {
        String kpi = shop.address() + "kpi/pertumbuhan-pelanggan?lang=" + language.code();
        try (Page page = browser.newPage()) {
            page.navigate(kpi);
            Chromium.whole(page);
            page.locator(".hero details summary").click();
            page.locator(".hero details a").last().click();
            Chromium.whole(page);
            assertThat(page.url()).contains("/explore?metric=new_customers&grain=day&from=2026-10-01&to=2026-10-31");
            assertThat(page.locator("tbody tr").count()).isEqualTo(31); // the days of October

            page.navigate(kpi);
            Chromium.whole(page);
            Locator file = page.locator("a[href^='/data/loads/']").first();
            String name = file.innerText();
            file.click();
            Chromium.whole(page);
            assertThat(page.locator("h1").innerText()).isEqualTo(name);
            assertThat(page.locator("h2").allInnerTexts())
                    .contains(Messages.of(language).text("web.rejects"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_without_script_changes_period_and_language(Language language) {
        Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = browser.newContext(plain);
                Page page = context.newPage()) {
            page.navigate(shop.address() + "acquisition?lang=" + language.code());
            Chromium.whole(page);
            page.locator("input[name=from]").fill("2026-09-01");
            page.locator("input[name=to]").fill("2026-09-30");
            page.locator("form.controls button").click();
            assertThat(page.url()).contains("from=2026-09-01", "to=2026-09-30");
            assertThat(page.locator(".lede").innerText()).contains("Sep 2026");
            assertThat(page.locator("h1").innerText())
                    .isEqualTo(Messages.of(language).text("web.page.acquisition"));
            page.locator(".top summary").click();
            page.locator(".top a[hreflang]").click();
            Chromium.whole(page);
            assertThat(page.evaluate("document.documentElement.lang")).isNotEqualTo(language.code());
            assertThat(page.url()).contains("from=2026-09-01", "to=2026-09-30");
        }
    }

    @Test
    void every_page_fits_in_its_weight() {
        for (String path : PAGES) {
            assertThat(shop.send(shop.at(path).header("Accept-Encoding", "gzip").header("Accept", "text/html"))
                            .body()
                            .length())
                    .as(path)
                    .isLessThan(200_000);
        }
    }

    private static void close(AutoCloseable opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
