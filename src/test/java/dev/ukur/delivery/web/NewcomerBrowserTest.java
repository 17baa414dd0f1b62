package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.realdata.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of somebody new from an empty folder to a scorecard of their own, with every click counted. */
@Tag("slow")
class NewcomerBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    private int clicks;

    @ParameterizedTest
    @EnumSource(Language.class)
    void three_exports_become_a_scorecard_in_at_most_ten_clicks(Language language) throws IOException {
        Messages say = Messages.of(language);
        Path[] exports = Stream.of("shopify_orders.csv", "shopee_orders_id.csv", "meta_ads_ui_id.csv")
                .map(name -> Shared.path("samples/shapes/" + name))
                .toArray(Path[]::new);
        Ukur.init(folder, language.code());
        try (Chromium chromium = Chromium.start();
                ServedShop shop = ServedShop.over(folder);
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1200, 800))) {
            page.navigate(shop.address() + "?lang=" + language.code());
            Chromium.whole(page);
            click(page.locator("main a.btn--main"));
            clicks++; // the file chooser, which a browser without a window does not show
            page.setInputFiles("input[type=file]", exports);
            click(page.locator("form.dropzone button"));
            assertThat(page.locator("main").innerText())
                    .contains("shopify.orders", "shopee.orders", "meta_ads.ui", say.text("web.outcome.dry_run"));
            picture(page, "newcomer-1-looked-at-" + language.code());
            click(page.locator("main form.inline button"));
            assertThat(shop.ukur().loads()).hasSize(3);

            click(page.locator("nav.tabs a").first());
            assertThat(page.locator("h1").innerText()).isEqualTo(say.text("web.goals.none"));
            click(page.locator("main a.btn--main"));
            click(page.locator(".ideas button").first());
            assertThat(page.locator("textarea[name=text]").inputValue()).contains("kpi:", "metric:");
            picture(page, "newcomer-2-goal-" + language.code());
            click(page.locator("nav.tabs a").first());
            assertThat(page.locator("h1").innerText()).isEqualTo(say.text("scorecard.title"));
            assertThat(page.locator(".kpi").count()).isOne();
            picture(page, "newcomer-3-scorecard-" + language.code());
            assertThat(clicks).isLessThanOrEqualTo(10);

            lintLooksAtWhatIsTyped(page, shop, language == Language.ID ? "Tayangan halaman" : "Page views");
        }
    }

    private void lintLooksAtWhatIsTyped(Page page, ServedShop shop, String pageViews) throws IOException {
        page.navigate(shop.address() + "goals");
        Chromium.whole(page);
        Locator editor = page.locator("textarea[name=text]");
        String written = editor.inputValue();
        editor.fill(written.replaceFirst("metric: \\w+", "metric: page_views"));
        page.locator("#lint code:text-is('kpi-vanity')").waitFor();
        assertThat(page.locator("#lint").innerText()).contains(pageViews);
        assertThat(Files.readString(folder.resolve("goals.yaml"))).doesNotContain("metric: page_views");
    }

    private void click(Locator where) {
        clicks++;
        where.click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
