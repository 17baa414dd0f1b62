package dev.ukur.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.sources.ImportOptions;
import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scorecard page of a simulated shop in a real browser, wide and narrow, in both languages. */
class ScorecardBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
        Optional<Path> node = onPath("node");
        assumeThat(chromium).as("skipped: no chromium on this machine").isPresent();
        assumeThat(node)
                .as("skipped: no node on this machine, which drives the browser")
                .isPresent();
        write();
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString())));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"id, 1440", "id, 390", "en, 1440", "en, 390", "id, 320"})
    void the_page_shows_every_kpi_without_sideways_scroll_and_without_an_error(String language, int width) {
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 1000))) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onRequestFailed(request -> complaints.add(request.url()));
            page.navigate(folder.resolve(language + ".html").toUri().toString());
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("scorecard-" + language + "-" + width + ".png")));

            assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
            assertThat(page.locator("h1").count()).isOne();
            assertThat(page.locator("svg[role=img][aria-label]").count()).isGreaterThanOrEqualTo(5);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        assertThat(complaints).isEmpty();
    }

    private static void write() throws IOException {
        Path shop = folder.resolve("toko");
        new Twin(new TwinOptions(3, 25, 6, LocalDate.of(2026, 11, 22))).write(shop, month -> {});
        try (Ukur ukur = Ukur.open(shop, Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC))) {
            ukur.load(List.of(shop.resolve(Twin.EXPORTS)), ImportOptions.standard());
            for (Language language : Language.values()) {
                ScorecardPage page = new ScorecardPage(
                        Messages.of(language).withCurrency(ukur.settings().currency()), "test");
                Files.writeString(
                        folder.resolve(language.code() + ".html"),
                        page.html(ukur.settings(), ukur.scorecard(Optional.empty())));
            }
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
