package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each client's colour and logo on its own pages, on the page of all, and on a page shared by a link. */
class AppearanceTest {

    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";

    @TempDir
    Path folder;

    @Test
    void a_client_is_known_by_its_colour_and_logo_to_those_who_may_see_it_alone() throws IOException {
        try (Guests guests = Guests.ofTwo(folder)) {
            dress("toko", "#0a6e5c");
            guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            guests.users.add("reader", Grants.of("kopi", Role.VIEWER), Guests.PASSWORD);
            Guests.Browser boss = guests.signedIn("boss");
            assertThat(boss.get("/w/toko/data").body())
                    .contains("href=\"/w/toko/appearance/style.css\"", "src=\"/w/toko/appearance/logo\"");
            assertThat(boss.get("/w/toko/appearance/style.css").body())
                    .isEqualTo(":root{--accent:light-dark(#0a6e5c,#5fd3bf)}");
            HttpResponse<String> logo = boss.get("/w/toko/appearance/logo");
            assertThat(logo.body()).isEqualTo(LOGO);
            assertThat(logo.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
            assertThat(logo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(logo.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("sandbox", "default-src 'none'")
                    .doesNotContain("script-src");
            assertThat(boss.get("/w/kopi/data").body()).doesNotContain("/appearance/");
            assertThat(boss.get("/w/kopi/appearance/logo").statusCode()).isEqualTo(404);

            assertThat(boss.get("/account/all").body())
                    .contains("class=\"client client-0\"", "src=\"/w/toko/appearance/logo\"");
            assertThat(boss.get("/account/clients.css").body()).contains(".client-0{--accent:light-dark(#0a6e5c");
            Guests.Browser reader = guests.signedIn("reader");
            assertThat(reader.get("/account/clients.css").body()).doesNotContain("#0a6e5c");
            assertThat(reader.get("/w/toko/appearance/style.css").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_page_for_signing_in_wears_them_where_one_client_is_served_and_tells_of_no_client_where_many_are()
            throws IOException {
        try (Guests guests = Guests.ofOne(folder)) {
            dress("toko", "#0a6e5c");
            Guests.Browser nobody = guests.nobody();
            assertThat(nobody.get("/account/sign-in").body())
                    .contains("href=\"/appearance/style.css\"", "<img src=\"/appearance/logo\" alt=\"\">");
            assertThat(nobody.get("/appearance/logo").body()).isEqualTo(LOGO);
            assertThat(nobody.get("/appearance/style.css").body()).contains("#0a6e5c");
        }
        try (Guests guests = Guests.ofTwo(folder.resolve("many"))) {
            Guests.Browser nobody = guests.nobody();
            assertThat(nobody.get("/account/sign-in?to=%2Fw%2Ftoko%2Fdata").body())
                    .doesNotContain("/appearance/", "class=\"ws\"");
            assertThat(nobody.get("/w/toko/appearance/logo").statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void a_shared_page_wears_them_too_and_a_new_logo_is_seen_at_once() throws IOException {
        try (Guests guests = Guests.ofTwo(folder)) {
            dress("toko", "#0a6e5c");
            guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            Guests.Browser guest =
                    guests.withLink(guests.users.passes().link("toko", "/glossary", "boss", Duration.ofDays(1)));
            assertThat(guest.get("/w/toko/glossary").body()).contains("src=\"/w/toko/appearance/logo\"");
            assertThat(guest.get("/w/toko/appearance/logo").body()).isEqualTo(LOGO);
            assertThat(guest.get("/w/kopi/appearance/logo").statusCode()).isNotEqualTo(200);
            String other = LOGO.replace("9z", "9H0z");
            Files.writeString(folder.resolve("toko").resolve("logo.svg"), other);
            assertThat(guest.get("/w/toko/appearance/logo").body()).isEqualTo(other);
        }
    }

    @Test
    void what_the_page_of_all_says_of_a_client_is_made_once_for_each_version_of_its_data() {
        KeptByVersion<Integer> kept = new KeptByVersion<>();
        AtomicInteger made = new AtomicInteger();
        assertThat(kept.of("toko", "1", made::incrementAndGet)).isEqualTo(1);
        assertThat(kept.of("toko", "1", made::incrementAndGet)).isEqualTo(1);
        assertThat(kept.of("kopi", "1", made::incrementAndGet)).isEqualTo(2);
        assertThat(kept.of("toko", "2", made::incrementAndGet)).isEqualTo(3);
        assertThat(kept.of("toko", "1", made::incrementAndGet)).isEqualTo(4);
    }

    private void dress(String workspace, String color) throws IOException {
        Path own = folder.resolve(workspace);
        Files.writeString(own.resolve("logo.svg"), LOGO);
        Files.writeString(
                own.resolve("ukur.yaml"),
                "\nappearance: {color: \"" + color + "\", color_dark: \"#5fd3bf\", logo: logo.svg}\n",
                StandardOpenOption.APPEND);
    }
}
