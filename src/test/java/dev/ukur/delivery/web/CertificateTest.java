package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Role;
import dev.ukur.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks https by itself, with a certificate that the JDK's own tool makes. */
class CertificateTest {

    private static final String PASSWORD = "kunci & gembok";

    @TempDir
    static Path folder;

    private static Path keystore;

    @BeforeAll
    static void makeKeystore() throws Exception {
        keystore = folder.resolve("ukur.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "ukur",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    @Test
    void people_sign_in_over_https_and_who_comes_in_the_clear_is_led_there() throws Exception {
        try (Guests guests = Guests.ofOne(folder.resolve("served"), Certificate.read(keystore, PASSWORD))) {
            guests.users.add("boss", Grants.of(Grants.EVERYWHERE, Role.OWNER), Guests.PASSWORD);
            assertThat(guests.address()).startsWith("https://127.0.0.1:");
            HttpClient client = trusting();
            URI signIn = URI.create(guests.address() + "account/sign-in");
            HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(signIn).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            HttpResponse<String> in = client.send(
                    HttpRequest.newBuilder(signIn)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("name=boss&password=" + Guests.PASSWORD))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(in.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-ukur_in=")
                    .contains("; Secure", "; HttpOnly");

            URI clear = URI.create("http" + guests.address().substring("https".length()) + "goals?from=2026-01-01");
            HttpResponse<String> led = client.send(HttpRequest.newBuilder(clear).build(), BodyHandlers.ofString());
            assertThat(led.statusCode()).isEqualTo(303);
            assertThat(led.headers().firstValue("Location")).hasValue(guests.address() + "goals?from=2026-01-01");
            assertThat(led.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_keystore_that_cannot_be_read_or_holds_no_key_is_told_without_its_password() throws Exception {
        assertRefused(keystore, "another", "server-keystore");
        assertRefused(folder.resolve("nowhere.p12"), PASSWORD, "server-keystore");
        assertRefused(Files.writeString(folder.resolve("text.p12"), "no keys"), PASSWORD, "server-keystore");
        KeyStore none = KeyStore.getInstance("PKCS12");
        none.load(null, null);
        Path empty = folder.resolve("empty.p12");
        try (var out = Files.newOutputStream(empty)) {
            none.store(out, PASSWORD.toCharArray());
        }
        assertRefused(empty, PASSWORD, "server-keystore-empty");
    }

    private static void assertRefused(Path file, String password, String code) {
        assertThatThrownBy(() -> Certificate.read(file, password))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problems()).singleElement().satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(code);
                        assertThat(problem.facts().toString()).doesNotContain(password);
                    });
                });
    }

    /** A client that trusts the certificate made here and no other. */
    private static HttpClient trusting() throws Exception {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ukur", keys.getCertificate("ukur"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
