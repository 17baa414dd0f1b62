package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.ServerSettings;
import dev.ukur.model.ServerSettings.Allowed;
import dev.ukur.model.ServerSettings.ProviderSettings;
import dev.ukur.model.ServerSettings.TlsSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerReaderTest {

    @Test
    void a_provider_is_named_with_who_may_come_in_and_where_its_secret_comes_from() {
        ProviderSettings expected = new ProviderSettings(
                "Google",
                "https://accounts.google.com",
                "123.apps.example",
                Optional.of("UKUR_OIDC_SECRET"),
                List.of(
                        new Allowed("*@toko.id", "viewer", Optional.empty()),
                        new Allowed("sari@toko.id", "analyst", Optional.of("kopi"))));
        assertThat(server("""
                sign_in:
                  name: Google
                  issuer: https://accounts.google.com
                  client_id: 123.apps.example
                  secret_from: UKUR_OIDC_SECRET
                  allow:
                    - {email: "*@Toko.id", role: viewer}
                    - {email: sari@toko.id, role: analyst, workspace: kopi}
                proxies: [10.0.0.5, "FD00::5"]
                tls: {keystore: ukur.p12, password_from: UKUR_TLS_PASSWORD}
                """))
                .isEqualTo(new Yaml<>(
                        new ServerSettings(
                                Optional.of(expected),
                                List.of("10.0.0.5", "fd00::5"),
                                Optional.of(new TlsSettings("ukur.p12", "UKUR_TLS_PASSWORD"))),
                        List.of()));
    }

    @Test
    void a_server_that_says_nothing_has_no_provider_and_one_on_this_machine_needs_no_encryption() {
        assertThat(server("")).isEqualTo(new Yaml<>(ServerSettings.NONE, List.of()));
        assertThat(server("sign_in: {issuer: 'http://localhost:8081/realms/toko', client_id: ukur}")
                        .value()
                        .signIn()
                        .orElseThrow()
                        .name())
                .isEqualTo("localhost");
    }

    @Test
    void every_mistake_is_told_at_its_place_and_nobody_becomes_an_owner_by_a_list() {
        assertThat(server("""
                        sign_in:
                          issuer: http://accounts.example
                          client_secret: rahasia
                          allow:
                            - {email: "*", role: viewer}
                            - {email: a@b.id, role: owner}
                        proxies: [proxy.example]
                        tls: {keystore: ukur.p12, password: rahasia}
                        """).problems())
                .anyMatch(line -> line.startsWith("server.yaml:2:11 error server-issuer"))
                .anyMatch(line -> line.startsWith("server.yaml:3:3 error yaml-unknown-key {key=client_secret"))
                .anyMatch(line -> line.startsWith("server.yaml:5:15 error server-email"))
                .anyMatch(line -> line.startsWith("server.yaml:6:29 error yaml-not-one-of"))
                .anyMatch(line -> line.startsWith("server.yaml:7:11 error server-proxy {value=proxy.example}"))
                .anyMatch(line -> line.contains("yaml-missing-key {key=client_id"))
                .anyMatch(line -> line.contains("yaml-missing-key {key=password_from"))
                .noneMatch(line -> line.contains("rahasia"));
    }

    @Test
    void a_domain_is_all_of_it_and_no_other() {
        Allowed domain = new Allowed("*@toko.id", "viewer", Optional.empty());
        assertThat(domain.means("sari@toko.id")).isTrue();
        for (String other : List.of("sari@sub.toko.id", "sari@bukan-toko.id", "eve@evil.id@toko.id", "toko.id")) {
            assertThat(domain.means(other)).as(other).isFalse();
        }
        Allowed one = new Allowed("sari@toko.id", "viewer", Optional.empty());
        assertThat(one.means("sari@toko.id")).isTrue();
        assertThat(one.means("xsari@toko.id")).isFalse();
    }

    private static Yaml<ServerSettings> server(String text) {
        return Yaml.read("server.yaml", text, ServerReader::read);
    }
}
