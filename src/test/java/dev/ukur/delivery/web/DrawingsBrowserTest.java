package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawings under the hands of a reader, in a real browser. */
@Tag("slow")
class DrawingsBrowserTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static ServedShop shop;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        shop = ServedShop.open(folder.resolve("toko"));
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"id, Kunjungan", "en, Visits"})
    void values_of_a_line_are_read_with_the_arrow_keys_and_a_part_of_it_is_chosen(String language, String metric) {
        try (Page page = chromium.browser().newPage()) {
            page.navigate(shop.address() + "explore?metric=visits&grain=month&from=2026-08-01&to=2026-10-31&lang="
                    + language);
            Chromium.whole(page);
            List<String> months = page.locator("tbody th").allTextContents();
            page.locator(".fig.wide-only svg").first().focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".wide-only .tip").innerText())
                    .startsWith(months.get(1))
                    .contains(metric);
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator(".wide-only .tip").innerText()).startsWith(months.get(2));
            page.keyboard().press("Enter");
            page.waitForURL("**/explore?*grain=day*");
            Chromium.whole(page);
            // September and October have 30 and 31 days
            assertThat(page.locator("tbody tr").count()).isEqualTo(61);
            assertThat(page.url()).contains("from=2026-09-01", "to=2026-10-31");
        }
    }

    @Test
    void a_part_of_a_line_is_chosen_by_dragging_and_a_point_leads_to_its_days() {
        try (Page page = chromium.browser().newPage()) {
            page.navigate(shop.address() + "explore?metric=visits&grain=month&from=2026-08-01&to=2026-10-31");
            Chromium.whole(page);
            BoundingBox box = page.locator(".fig.wide-only svg").first().boundingBox();
            page.mouse().move(box.x + box.width * 0.1, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.4, box.y + box.height / 2);
            page.mouse().move(box.x + box.width * 0.5, box.y + box.height / 2);
            page.mouse().up();
            page.waitForURL("**/explore?*grain=day*");
            assertThat(page.url()).contains("from=2026-08-01", "to=2026-09-30");
            page.goBack();
            Chromium.whole(page);
            page.mouse().click(box.x + box.width * 0.95, box.y + box.height / 2);
            page.waitForURL("**/explore?*grain=day*");
            assertThat(page.url()).contains("from=2026-10-01", "to=2026-10-31");
        }
    }
}
