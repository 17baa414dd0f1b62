package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.access.Audit;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Passes;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out, inviting, sharing a page, calling with a token: as browsers and programs do it. */
class SignInTest {

    @TempDir
    static Path folder;

    private static Guests guests;

    @BeforeAll
    static void open() {
        guests = Guests.ofOne(folder.resolve("served"));
        guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
        guests.users.add("reader", Grants.of("toko", Role.VIEWER), Guests.PASSWORD);
    }

    @AfterAll
    static void close() {
        guests.close();
    }

    @Test
    void whoever_is_unknown_is_led_to_the_sign_in_and_back_to_what_they_asked() {
        HttpResponse<String> asked = guests.send(guests.at("/data?lang=en").header("Accept", "text/html"));
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).hasValue("/account/sign-in?to=%2Fdata%3Flang%3Den");
        HttpResponse<String> form = guests.nobody().get("/account/sign-in?to=%2Fdata");
        assertThat(form.body()).contains("name=\"to\" value=\"/data\"", "autocomplete=\"current-password\"");
        HttpResponse<String> api = guests.nobody().get("/api/v1/workspace");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"ukur\"");
    }

    @Test
    void a_sign_in_gives_a_cookie_no_script_can_see_under_a_new_code_each_time() {
        HttpResponse<String> first = guests.signIn("boss", Guests.PASSWORD);
        HttpResponse<String> second = guests.send(
                guests.form("/account/sign-in", Map.of("name", "Boss", "password", Guests.PASSWORD, "to", "/data"))
                        .header("Cookie", Guests.cookie(first)));
        assertThat(second.headers().firstValue("Location")).hasValue("/data");
        assertThat(second.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(Guests.cookie(second)).isNotEqualTo(Guests.cookie(first));
        assertThat(guests.withCookie(Guests.cookie(first)).get("/data").statusCode())
                .isEqualTo(401);
        assertThat(guests.withCookie(Guests.cookie(second)).get("/data").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_sign_out_ends_it_also_for_who_kept_the_cookie() {
        Guests.Browser boss = guests.signedIn("boss");
        assertThat(boss.get("/data").statusCode()).isEqualTo(200);
        assertThat(boss.post("/account/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(boss.get("/data").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_ends_when_nothing_happens_for_a_working_day() {
        Guests.Browser reader = guests.signedIn("reader");
        guests.clock.pass(Duration.ofHours(7));
        assertThat(reader.get("/data").statusCode()).isEqualTo(200);
        guests.clock.pass(Duration.ofHours(9));
        assertThat(reader.get("/data").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_never_leads_to_another_site() {
        for (String to : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", "")) {
            assertThat(SignInPages.own(to)).as(to).isEqualTo("/");
        }
        assertThat(SignInPages.own("/explore?metric=visits&by=channel")).isEqualTo("/explore?metric=visits&by=channel");
    }

    @Test
    void guessing_is_slowed_down_whether_the_name_is_there_or_not() {
        try (Guests other = Guests.ofOne(folder.resolve("guessed"))) {
            other.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            for (String name : List.of("boss", "ghost")) {
                for (int attempt = 0; attempt < 6; attempt++) {
                    assertThat(other.signIn(name, "wrong-wrong").statusCode()).isEqualTo(401);
                }
                HttpResponse<String> held = other.signIn(name, Guests.PASSWORD);
                assertThat(held.statusCode()).as(name).isEqualTo(429);
                assertThat(held.body()).contains("web-wait");
            }
            other.clock.pass(Duration.ofMinutes(16));
            assertThat(other.signIn("boss", Guests.PASSWORD).statusCode()).isEqualTo(303);
            assertThat(other.users.audit().last(20))
                    .extracting(Audit.Deed::deed)
                    .contains("refused", "signed-in");
        }
    }

    @Test
    void a_form_without_the_token_of_its_page_or_from_another_site_changes_nothing() {
        Guests.Browser boss = guests.signedIn("boss");
        Map<String, String> fields = Map.of("name", "eve", "role", "owner", "on", "*");
        Guests.Browser forged = new Guests.Browser(guests, boss.headers(), "guess");
        assertThat(forged.post("/account/users/invite", fields).body()).contains("web-token");
        Guests.Browser reader = guests.signedIn("reader");
        Guests.Browser mixed = new Guests.Browser(guests, boss.headers(), reader.formToken());
        assertThat(mixed.post("/account/users/invite", fields).body()).contains("web-token");
        HttpResponse<String> foreign = guests.send(
                boss.with(guests.form("/account/sign-out", Map.of())).header("Origin", "http://evil.example"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(guests.send(guests.form("/account/sign-in", Map.of("name", "boss"))
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(guests.users.access().invitations())
                .noneMatch(one -> one.user().equals("eve"));
    }

    @Test
    void strangers_send_no_files() {
        HttpResponse<String> reply = guests.send(guests.at("/account/sign-in")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--x--")));
        assertThat(reply.statusCode()).isEqualTo(413);
    }

    @Test
    void an_owner_invites_somebody_who_chooses_a_password_and_sees_numbers_only() {
        Guests.Browser boss = guests.signedIn("boss");
        String page = boss.post("/account/users/invite", Map.of("name", "nia", "role", "viewer", "on", "*"))
                .body();
        Matcher link = Pattern.compile("http://[^<]*(/account/join/[^<\\s]+)").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(guests.nobody().get(link.group(1)).body()).contains("nia", "new-password");
        HttpResponse<String> weak = guests.send(guests.form(link.group(1), Map.of("password", "short")));
        assertThat(weak.statusCode()).isEqualTo(400);
        HttpResponse<String> joined = guests.send(guests.form(link.group(1), Map.of("password", "teh-melati-sore")));
        Guests.Browser nia = guests.withCookie(Guests.cookie(joined));
        assertThat(nia.get("/data").body()).doesNotContain("type=\"file\"");
        assertThat(boss.get("/data").body()).contains("type=\"file\"");
        assertThat(nia.get("/goals").body()).doesNotContain("value=\"save\"");
        assertThat(boss.get("/goals").body()).contains("value=\"save\"");
        assertThat(nia.get("/account/users").statusCode()).isEqualTo(403);

        boss.post("/account/users/role", Map.of("user", "nia", "role", "analyst", "on", "*"));
        assertThat(nia.get("/data").body()).contains("type=\"file\"");
        boss.post("/account/users/remove", Map.of("user", "nia"));
        assertThat(nia.get("/data").statusCode()).isEqualTo(401);
        assertThat(boss.get("/account/audit").body()).contains("nia", "menjadikan analis");
    }

    @Test
    void a_shared_page_shows_itself_and_nothing_else_until_its_day_or_until_it_is_taken_back() {
        Guests.Browser boss = guests.signedIn("boss");
        String page = boss.post("/share", Map.of("page", "/explore?metric=visits&lang=en", "days", "7"))
                .body();
        Matcher link = Pattern.compile("http://[^<]*/s/([^<\\s]+)").matcher(page);
        assertThat(link.find()).isTrue();
        Guests.Browser guest = guests.withLink(link.group(1));
        assertThat(guest.get("/explore?metric=visits").statusCode()).isEqualTo(200);
        assertThat(guest.get("/explore?lang=id&metric=visits").statusCode()).isEqualTo(200);
        for (String other : List.of(
                "/",
                "/data",
                "/explore",
                "/explore?metric=revenue",
                "/explore?metric=visits&metric=revenue",
                "/api/v1/query?metric=visits")) {
            assertThat(guest.get(other).statusCode()).as(other).isEqualTo(401);
        }
        assertThat(guest.get("/account/me").statusCode()).isEqualTo(403);
        String id = guests.users.access().links().get(0).id();
        boss.post("/share/end", Map.of("id", id));
        assertThat(guest.get("/explore?metric=visits").statusCode()).isEqualTo(401);

        String brief = guests.users.passes().link("toko", "/", "boss", Duration.ofDays(1));
        Guests.Browser late = guests.withLink(brief);
        assertThat(late.get("/").statusCode()).isEqualTo(200);
        guests.clock.pass(Duration.ofDays(2));
        assertThat(late.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_calls_the_api_within_its_scopes_and_needs_no_other_header() {
        Passes passes = guests.users.passes();
        Passes.Wanted wanted = new Passes.Wanted("script", Set.of(Right.VIEW), Duration.ofDays(1));
        Guests.Browser program = guests.withToken(passes.token("boss", wanted, "boss"));
        assertThat(program.get("/api/v1/workspace").statusCode()).isEqualTo(200);
        assertThat(program.get("/metrics").statusCode()).isEqualTo(200);
        assertThat(program.post("/api/v1/loads/1/undo", Map.of()).body()).contains("web-not-allowed");
        Guests.Browser wrong = guests.withToken("ukur_wrong");
        assertThat(wrong.get("/api/v1/workspace").statusCode()).isEqualTo(401);
    }

    @Test
    void a_flood_of_requests_is_held_back() {
        try (Guests other = Guests.ofOne(folder.resolve("flooded"))) {
            int held = 0;
            for (int request = 0; request < 100; request++) {
                other.clock.pass(Duration.ofSeconds(-1)); // time stands still
                held += other.nobody().get("/account/sign-in").statusCode() == 429 ? 1 : 0;
            }
            assertThat(held).isEqualTo(40);
        }
    }

    @Test
    void behind_a_proxy_cookies_go_over_https_alone_and_links_name_the_public_address() {
        try (Guests proxied = Guests.behindProxy(folder.resolve("proxied"))) {
            proxied.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            HttpResponse<String> reply = proxied.signIn("boss", Guests.PASSWORD);
            assertThat(reply.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("__Host-ukur_in=").contains("Secure"));
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
            Guests.Browser boss = proxied.withCookie(Guests.cookie(reply));
            assertThat(boss.post("/share", Map.of("page", "/", "days", "7")).body())
                    .contains("https://ukur.example/s/");
        }
    }

    @Test
    void a_proxy_that_is_known_tells_who_came_and_whether_in_the_clear_and_nobody_else_does() {
        Outside behind = new Outside(Optional.of(URI.create("https://ukur.example")), Set.of("10.0.0.5"), Outside.HTTP);
        assertThat(List.of("127.0.0.1", "[::1]", "10.0.0.5")).allMatch(behind::believes);
        assertThat(List.of("10.0.0.6", "10.0.0.51", "192.0.2.1", "")).noneMatch(behind::believes);
        Outside open = new Outside(Optional.empty(), Set.of("10.0.0.5"), Outside.HTTP);
        assertThat(List.of("127.0.0.1", "10.0.0.5")).noneMatch(open::believes);

        try (Guests proxied = Guests.behindProxy(folder.resolve("forwarded"))) {
            HttpResponse<String> clear =
                    proxied.send(proxied.at("/account/sign-in?to=%2Fdata").header("X-Forwarded-Proto", "http"));
            assertThat(clear.statusCode()).isEqualTo(303);
            assertThat(clear.headers().firstValue("Location"))
                    .hasValue("https://ukur.example/account/sign-in?to=%2Fdata");
            assertThat(proxied.send(proxied.at("/account/sign-in").header("X-Forwarded-Proto", "https"))
                            .statusCode())
                    .isEqualTo(200);
            proxied.send(proxied.form("/account/sign-in", Map.of("name", "eve", "password", "guess-guess"))
                    .header("X-Forwarded-For", "198.51.100.7, 203.0.113.9"));
            assertThat(proxied.users.audit().last(1)).extracting(Audit.Deed::on).containsExactly("203.0.113.9");
        }
        assertThat(guests.send(guests.at("/account/sign-in").header("X-Forwarded-Proto", "http"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_page_holds_script_or_style_of_its_own_and_every_reply_forbids_it() {
        Guests.Browser boss = guests.signedIn("boss");
        for (String path : List.of(
                "/",
                "/data",
                "/explore",
                "/glossary",
                "/share?page=%2F",
                "/account/me",
                "/account/users",
                "/account/audit",
                "/account/sign-in",
                "/nowhere")) {
            HttpResponse<String> page = guests.send(boss.with(guests.at(path)).header("Accept", "text/html"));
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.body())
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<[a-z][^>]*\\s(style|on[a-z]+)=\"")
                    .doesNotContainPattern("\\b(web|problem)\\.[a-z]+\\.?[a-z]*\\b(?<!web.url)<");
        }
    }
}
