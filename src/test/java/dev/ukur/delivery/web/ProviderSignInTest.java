package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.access.Audit;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Role;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in by an OpenID Connect provider, as a browser does it, against a provider that signs right and wrong. */
class ProviderSignInTest {

    @TempDir
    static Path folder;

    private static LoopbackProvider provider;
    private static Guests guests;

    @BeforeAll
    static void open() {
        provider = LoopbackProvider.start();
        guests = Guests.ofTwo(folder.resolve("served"), provider);
        guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
    }

    @AfterAll
    static void close() {
        guests.close();
        provider.close();
    }

    @Test
    void somebody_invited_comes_in_with_what_the_invitation_gives_and_without_a_password() {
        guests.users.invite("nia@toko.id", Grants.of("toko", Role.ANALYST), "boss");
        provider.says(claims -> claims.put("email", "Nia@Toko.id"));
        HttpResponse<String> back = comesBack("/w/toko/data");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("/w/toko/data");
        Guests.Browser nia = guests.withCookie(session(back));
        assertThat(nia.get("/w/toko/data").body()).contains("type=\"file\"");
        assertThat(nia.get("/w/kopi/data").statusCode()).isEqualTo(404);
        assertThat(guests.users.access().user("nia@toko.id").orElseThrow().password())
                .isEmpty();
        assertThat(guests.users.access().invitations())
                .noneMatch(one -> one.user().equals("nia@toko.id"));
        assertThat(guests.signIn("nia@toko.id", "").statusCode()).isEqualTo(401);
        assertThat(deeds()).contains("joined", "signed-in-provider");
    }

    @Test
    void a_request_to_the_provider_carries_state_nonce_and_a_challenge_and_each_is_new() {
        Map<String, String> first = asked();
        Map<String, String> second = asked();
        assertThat(first)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", LoopbackProvider.CLIENT)
                .containsEntry("scope", "openid email")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", guests.address() + "account/provider/return")
                .containsKeys("state", "nonce", "code_challenge");
        for (String once : List.of("state", "nonce", "code_challenge")) {
            assertThat(first.get(once)).as(once).hasSizeGreaterThan(40).isNotEqualTo(second.get(once));
        }
    }

    @Test
    void a_user_who_is_there_and_somebody_of_an_allowed_domain_come_in_and_a_key_of_the_other_kind_is_known_too() {
        guests.users.add("rini@toko.id", Grants.of("kopi", Role.VIEWER), Guests.PASSWORD);
        provider.says(claims -> claims.put("email", "rini@toko.id")).signs("ES256");
        assertThat(guests.withCookie(session(comesBack("/")))
                        .get("/w/kopi/data")
                        .statusCode())
                .isEqualTo(200);

        provider.says(claims -> claims.put("email", "dewi@kopi.example"));
        Guests.Browser dewi = guests.withCookie(session(comesBack("/")));
        assertThat(dewi.get("/w/toko/data").statusCode()).isEqualTo(200);
        assertThat(dewi.get("/w/kopi/data").statusCode()).isEqualTo(404);
        assertThat(dewi.get("/account/users").statusCode()).isNotEqualTo(200);

        provider.says(claims -> {
                    claims.remove("email");
                    claims.remove("email_verified");
                })
                .tells(Map.of("sub", "42", "email", "budi@kopi.example", "email_verified", true));
        assertThat(comesBack("/").statusCode()).isEqualTo(303);
        provider.tells(Map.of("sub", "43", "email", "eve@kopi.example", "email_verified", true));
        assertThat(comesBack("/").body()).contains(words("oidc-email", Language.ID));
        assertThat(guests.users.access().user("eve@kopi.example")).isEmpty();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("oidc-nonce", provider -> provider.says(claims -> claims.put("nonce", "another"))),
                lie("oidc-nonce", provider -> provider.says(claims -> claims.remove("nonce"))),
                lie("oidc-audience", provider -> provider.says(claims -> claims.put("aud", "another"))),
                lie(
                        "oidc-audience",
                        provider -> provider.says(
                                claims -> claims.put("aud", List.of(LoopbackProvider.CLIENT, "another")))),
                lie("oidc-audience", provider -> provider.says(claims -> claims.put("azp", "another"))),
                lie("oidc-issuer", provider -> provider.says(claims -> claims.put("iss", "https://evil.example"))),
                lie(
                        "oidc-expired",
                        provider -> provider.says(claims -> claims.put("exp", Guests.NOW.getEpochSecond() - 3600))),
                lie("oidc-expired", provider -> provider.says(claims -> claims.remove("exp"))),
                lie(
                        "oidc-expired",
                        provider -> provider.says(claims -> claims.put("iat", Guests.NOW.getEpochSecond() + 86_400))),
                lie("oidc-signature", provider -> provider.says(claims -> {}).forges()),
                lie("oidc-algorithm", provider -> provider.says(claims -> {}).signs("none")),
                lie("oidc-algorithm", provider -> provider.says(claims -> {}).signs("HS256")),
                lie("oidc-email", provider -> provider.says(claims -> claims.put("email_verified", false))),
                lie("oidc-email", provider -> provider.says(claims -> claims.remove("email_verified"))),
                lie("person-unknown", provider -> provider.says(claims -> claims.put("email", "eve@evil.example"))),
                lie(
                        "person-unknown",
                        provider -> provider.says(claims -> claims.put("email", "eve@evil.example@sub.kopi.example"))));
    }

    private static Arguments lie(String code, Consumer<LoopbackProvider> told) {
        return Arguments.of(code, told);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void what_is_wrong_lets_nobody_in_and_is_told_once_in_both_languages(String code, Consumer<LoopbackProvider> told) {
        guests.users.invite("sari@toko.id", Grants.of("toko", Role.ANALYST), "boss");
        told.accept(provider);
        for (Language language : Language.values()) {
            HttpResponse<String> back = comesBack("/?lang=" + language.code(), language);
            assertThat(back.statusCode()).isBetween(400, 499);
            assertThat(back.body()).contains(words(code, language)).contains("name=\"password\"");
            assertThat(session(back)).isEqualTo("none=none");
        }
        assertThat(guests.users.access().users())
                .noneMatch(user -> user.name().startsWith("sari") || user.name().startsWith("eve"));
        assertThat(guests.users.audit().last(5))
                .anySatisfy(deed -> assertThat(deed.on()).endsWith(code));
    }

    @Test
    void a_return_in_another_browser_too_late_twice_or_refused_by_the_person_lets_nobody_in() {
        provider.says(claims -> {});
        HttpResponse<String> go = goes("/");
        String back = provider.agrees(location(go));
        assertThat(guests.send(at(back)).body()).contains(words("oidc-state", Language.ID));
        String cookie = departure(go);
        assertThat(guests.send(at(back.replaceAll("state=.*", "state=guess")).header("Cookie", cookie))
                        .body())
                .contains(words("oidc-state", Language.ID));
        assertThat(guests.send(at(back).header("Cookie", cookie)).body())
                .as("a departure is worth one return")
                .contains(words("oidc-state", Language.ID));

        HttpResponse<String> later = goes("/");
        String late = provider.agrees(location(later));
        guests.clock.pass(Duration.ofMinutes(11));
        assertThat(guests.send(at(late).header("Cookie", departure(later))).body())
                .contains(words("oidc-state", Language.ID));

        HttpResponse<String> other = goes("/");
        String declined = provider.agrees(location(other)).replace("code=c0de", "error=access_denied");
        assertThat(guests.send(at(declined).header("Cookie", departure(other))).body())
                .contains(words("oidc-declined", Language.ID));
        HttpResponse<String> third = goes("/");
        String wrong = provider.agrees(location(third)).replace("c0de", "guess");
        assertThat(guests.send(at(wrong).header("Cookie", departure(third))).body())
                .contains(words("oidc-code", Language.ID));
    }

    @Test
    void a_provider_that_is_down_leaves_the_password_and_says_so() {
        LoopbackProvider gone = LoopbackProvider.start();
        try (Guests left = Guests.ofOne(folder.resolve("left"), gone)) {
            gone.close();
            left.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            for (Language language : Language.values()) {
                HttpResponse<String> go = left.send(left.at("/account/provider?lang=" + language.code()));
                assertThat(go.statusCode()).isEqualTo(503);
                assertThat(go.body()).contains(words("oidc-down", language)).contains("name=\"password\"");
            }
            assertThat(left.signIn("boss", Guests.PASSWORD).statusCode()).isEqualTo(303);
        }
    }

    private HttpResponse<String> goes(String to) {
        return goes(to, Language.ID);
    }

    private HttpResponse<String> goes(String to, Language language) {
        return guests.send(guests.at(
                "/account/provider?lang=" + language.code() + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
    }

    private Map<String, String> asked() {
        provider.agrees(location(goes("/")));
        return provider.asked();
    }

    private HttpResponse<String> comesBack(String to) {
        return comesBack(to, Language.ID);
    }

    /** Sent to the provider, agrees there, and comes back in the same browser. */
    private HttpResponse<String> comesBack(String to, Language language) {
        HttpResponse<String> go = goes(to, language);
        String back = provider.agrees(location(go));
        return guests.send(at(back).header("Cookie", departure(go) + "; ukur_lang=" + language.code()));
    }

    private HttpRequest.Builder at(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("none");
    }

    private static String departure(HttpResponse<String> reply) {
        return cookie(reply, "ukur_go");
    }

    private static String session(HttpResponse<String> reply) {
        return cookie(reply, "ukur_in");
    }

    private static String cookie(HttpResponse<String> reply, String name) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("none=none");
    }

    private List<String> deeds() {
        return guests.users.audit().last(20).stream().map(Audit.Deed::deed).toList();
    }

    /** The sentence of a problem as the page writes it, up to its first fact. */
    private static String words(String code, Language language) {
        String sentence = Messages.of(language).text("problem." + code);
        int fact = sentence.indexOf('{');
        return fact < 0 ? sentence : sentence.substring(0, fact).strip();
    }
}
