package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Passes;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** People coming in, being kept out and being shown one page, in a real browser and in both languages. */
@Tag("slow")
class PeopleBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern KEY = Pattern.compile("\\b(web|page|problem|scorecard|reject)\\.[a-z]");

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Browser browser;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_first_owner_comes_in_by_the_printed_link_once_and_by_password_from_then_on(Language language) {
        try (Guests guests = Guests.ofOne(folder.resolve("first-" + language.code()));
                Person person = new Person(guests, language)) {
            String link = "account/join/" + guests.users.inviteFirstOwner().orElseThrow();
            person.opens(link);
            person.sees("web.join.first");
            person.fills("name", "sari@toko.id").fills("password", "password12").sends();
            person.sees("problem.password-weak");
            person.fills("name", "sari@toko.id")
                    .fills("password", Guests.PASSWORD)
                    .sends();
            assertThat(person.page.locator("h1").innerText()).isEqualTo(person.say.text("web.first"));
            assertThat(guests.users.access().hasOwner()).isTrue();
            person.opens(link);
            person.sees("problem.invitation-gone");

            person.opens("data");
            person.page.locator(".top summary").click();
            person.page.locator("form[action='/account/sign-out'] button").click();
            person.sees("web.signin.about");
            person.opens("goals");
            person.sees("web.signin.about");
            person.fills("name", "sari@toko.id")
                    .fills("password", "not-her-password")
                    .sends();
            person.sees("web.signin.wrong");
            person.fills("name", "Sari@toko.id")
                    .fills("password", Guests.PASSWORD)
                    .sends();
            assertThat(person.page.url()).isEqualTo(guests.address() + "goals");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_viewer_sees_no_forms_and_gets_a_drawn_page_at_an_address_typed_by_hand(Language language) {
        try (Guests guests = Guests.ofOne(folder.resolve("viewer-" + language.code()));
                Person viewer = new Person(guests, language)) {
            guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            guests.users.add("reader", Grants.of("toko", Role.VIEWER), Guests.PASSWORD);
            viewer.signsIn("reader");
            for (String path : List.of("", "data", "goals", "review", "acquisition")) {
                viewer.opens(path);
                assertThat(viewer.page
                                .locator("main form[method=post]:not([data-lint])")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(viewer.page
                                .locator("main button, main input[type=file]")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(viewer.page
                                .locator("a[href^='/share'], a[href='/account/users']")
                                .count())
                        .as(path)
                        .isZero();
            }
            for (String path : List.of("account/users", "account/audit", "share?page=%2F")) {
                viewer.opens(path);
                viewer.sees("problem.web-not-allowed.fix");
                assertThat(viewer.page.locator("h1").count()).as(path).isOne();
                assertThat(viewer.page.locator("nav.tabs a").count()).as(path).isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_shared_page_opens_without_an_account_until_it_is_taken_back_or_its_day_has_come(Language language) {
        try (Guests guests = Guests.ofOne(folder.resolve("shared-" + language.code()));
                Person boss = new Person(guests, language);
                Person guest = new Person(guests, language)) {
            guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            boss.signsIn("boss");
            boss.opens("glossary");
            boss.page.locator(".top summary").click();
            boss.page.locator("a[href^='/share']").click();
            boss.sends("/share");
            String link = boss.page.locator("main pre").innerText().strip();

            String title = boss.say.text("glossary.title");
            guest.opens(link.substring(guests.address().length()));
            assertThat(guest.page.url()).isEqualTo(guests.address() + "glossary");
            assertThat(guest.page.locator("h1").innerText()).isEqualTo(title);
            guest.opens("data");
            guest.sees("web.signin.about");

            boss.opens("share?page=%2Fglossary");
            boss.sends("/share/end");
            for (String address :
                    List.of("glossary", link.substring(guests.address().length()))) {
                guest.opens(address);
                guest.sees("problem.link-gone");
            }

            String brief = guests.users.passes().link("toko", "/glossary", "boss", Duration.ofDays(1));
            guest.opens("s/" + brief);
            assertThat(guest.page.locator("h1").innerText()).isEqualTo(title);
            guests.clock.pass(Duration.ofDays(2));
            guest.opens("glossary");
            guest.sees("problem.link-gone");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void who_signs_in_elsewhere_comes_back_to_what_they_asked_and_a_stranger_is_told_why_not(Language language) {
        try (LoopbackProvider provider = LoopbackProvider.start();
                Guests guests = Guests.ofOne(folder.resolve("elsewhere-" + language.code()), provider);
                Person dewi = new Person(guests, language);
                Person eve = new Person(guests, language)) {
            provider.says(claims -> claims.put("email", "dewi@kopi.example"));
            dewi.opens("goals");
            dewi.sees("web.signin.about");
            dewi.agreesElsewhere(provider);
            assertThat(dewi.page.url()).isEqualTo(guests.address() + "goals");
            dewi.page.locator(".top summary").click();
            assertThat(dewi.page.locator("a[href='/account/me']").innerText()).isEqualTo("dewi@kopi.example");

            provider.says(claims -> claims.put("email", "eve@evil.example"));
            eve.opens("goals");
            eve.agreesElsewhere(provider);
            eve.sees("problem.person-unknown");
            assertThat(eve.page.url()).startsWith(guests.address());
            assertThat(eve.page.evaluate("document.documentElement.lang")).isEqualTo(language.code());
            assertThat(eve.page.locator("h1").count()).isOne();
            assertThat(eve.page.locator("main form input[type=password]").count())
                    .isOne();
            assertThat(Chromium.barriers(eve.page)).isEmpty();
            eve.opens("goals");
            eve.sees("web.signin.about");
        }
    }

    @ParameterizedTest
    @CsvSource({"ID, 1440, LIGHT", "EN, 390, LIGHT", "ID, 390, DARK", "EN, 1440, DARK"})
    void every_page_about_people_is_whole_and_accessible(Language language, int width, ColorScheme scheme)
            throws IOException {
        List<String> complaints = new ArrayList<>();
        Browser.NewContextOptions screen =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        Path served = folder.resolve("whole-" + language + width);
        try (LoopbackProvider provider = LoopbackProvider.start();
                Guests guests = Guests.ofTwo(served, provider);
                Person person = new Person(guests, language, screen)) {
            people(guests);
            dress(served.resolve("toko"));
            String gone = guests.users.passes().link("toko", "/", "boss", Duration.ofHours(1));
            guests.clock.pass(Duration.ofHours(2));
            Map<String, String> strangers = new LinkedHashMap<>();
            strangers.put("sign-in", "account/sign-in?to=%2F");
            strangers.put("first-owner", "account/join/" + guests.users.invite("first", Grants.NONE, "boss"));
            strangers.put("invitation-gone", "account/join/nothing");
            strangers.put("link-gone", "s/" + gone);
            strangers.forEach((name, path) -> complaints.addAll(person.looks(name, path)));
            person.signsIn("boss");
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("all", "account/all");
            pages.put("me", "account/me");
            pages.put("users", "account/users");
            pages.put("audit", "account/audit");
            pages.put("share", "w/toko/share?page=%2Fglossary");
            pages.put("dressed", "w/toko/goals");
            pages.forEach((name, path) -> complaints.addAll(person.looks(name, path)));
            person.signsIn("reader");
            complaints.addAll(person.looks("not-allowed", "account/users"));
        }
        assertThat(complaints).isEmpty();
    }

    /** A client with a colour and a logo of its own. */
    private static void dress(Path workspace) throws IOException {
        Files.writeString(
                workspace.resolve("logo.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 28'><circle cx='14' cy='14' r='13' fill='#0a6e5c'/>"
                        + "<path d='M28 1h11v26H28z' fill='#e0a100'/></svg>");
        Files.writeString(
                workspace.resolve("ukur.yaml"),
                "\nappearance: {color: \"#0a6e5c\", color_dark: \"#5fd3bf\", logo: logo.svg}\n",
                StandardOpenOption.APPEND);
    }

    private static void people(Guests guests) {
        guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
        guests.users.add("reader", Grants.of("toko", Role.VIEWER), Guests.PASSWORD);
        guests.users.invite("nia@toko.id", Grants.of("kopi", Role.ANALYST), "boss");
        guests.users
                .passes()
                .token(
                        "boss",
                        new Passes.Wanted("skrip malam", Set.of(Right.VIEW, Right.IMPORT), Duration.ofDays(90)),
                        "boss");
        guests.users.passes().link("toko", "/glossary", "boss", Duration.ofDays(7));
    }

    /** Somebody at a browser of their own. */
    private static final class Person implements AutoCloseable {

        private final Guests guests;
        private final Messages say;
        private final BrowserContext context;
        final Page page;
        private final List<String> complaints = new ArrayList<>();

        Person(Guests guests, Language language) {
            this(guests, language, new Browser.NewContextOptions());
        }

        Person(Guests guests, Language language, Browser.NewContextOptions screen) {
            this.guests = guests;
            this.say = Messages.of(language);
            this.context = browser.newContext(screen);
            this.page = context.newPage();
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            page.onConsoleMessage(message -> {
                if (!message.text().startsWith("Failed to load resource")) { // a page of its own says what was refused
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            opens("account/sign-in?lang=" + language.code());
        }

        void opens(String path) {
            guests.clock.pass(Duration.ofSeconds(30)); // so that nobody is held back for asking too often
            page.navigate(guests.address() + path);
        }

        Person fills(String field, String text) {
            page.locator("main input[name=" + field + "]").fill(text);
            return this;
        }

        void sends() {
            guests.clock.pass(Duration.ofSeconds(30));
            page.locator("main form button").click();
        }

        void sends(String action) {
            page.locator("main form[action='" + action + "'] button").click();
        }

        void signsIn(String name) {
            opens("account/sign-in");
            fills("name", name).fills("password", Guests.PASSWORD).sends();
        }

        /** To the provider by its button, and back from there. */
        void agreesElsewhere(LoopbackProvider provider) {
            page.locator("a[href^='/account/provider']").click();
            assertThat(page.url()).startsWith(provider.issuer());
            page.locator("a").click();
        }

        /** The words of a key, or what comes before the first fact in them. */
        void sees(String key) {
            String words = say.text(key);
            int fact = words.indexOf('{');
            assertThat(page.locator("main").innerText())
                    .contains(fact < 0 ? words : words.substring(0, fact).strip());
        }

        List<String> looks(String name, String path) {
            opens(path);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("people-" + name + "-"
                            + say.language().code() + "-" + page.viewportSize().width + ".png")));
            assertThat(page.evaluate("document.documentElement.lang"))
                    .as(path)
                    .isEqualTo(say.language().code());
            assertThat(page.locator("h1").count()).as(path).isOne();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(page.viewportSize().width);
            assertThat(page.locator("main").innerText())
                    .as(path)
                    .doesNotContain("{")
                    .doesNotContainPattern(KEY);
            List<String> found = new ArrayList<>(complaints);
            Chromium.barriers(page).forEach(barrier -> found.add(path + " " + barrier));
            complaints.clear();
            return found;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
