package dev.ukur.workspace;

import dev.ukur.model.ServerSettings;
import dev.ukur.model.ServerSettings.Allowed;
import dev.ukur.model.ServerSettings.ProviderSettings;
import dev.ukur.model.ServerSettings.TlsSettings;
import dev.ukur.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Settings of {@code server.yaml}, beside {@code ukur.yaml} or in the folder that holds the workspaces. */
final class ServerReader {

    private static final Set<String> PROVIDER = Set.of("name", "issuer", "client_id", "secret_from", "allow");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServerReader() {}

    static ServerSettings read(YamlMap file) {
        file.allow(Set.of("sign_in", "proxies", "tls"));
        return new ServerSettings(
                file.map("sign_in").flatMap(ServerReader::provider),
                proxies(file),
                file.map("tls").flatMap(ServerReader::tls));
    }

    private static Optional<TlsSettings> tls(YamlMap map) {
        map.allow(Set.of("keystore", "password_from"));
        Optional<String> keystore = map.requireText("keystore");
        Optional<String> password = map.requireText("password_from");
        return keystore.flatMap(file -> password.map(from -> new TlsSettings(file, from)));
    }

    /** Numbers, not names: a name may come to mean another machine. */
    private static List<String> proxies(YamlMap file) {
        List<String> numbers = new ArrayList<>();
        file.get("proxies")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> value.text().ifPresent(text -> {
                    if (text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*")) {
                        numbers.add(text.toLowerCase(Locale.ROOT));
                    } else {
                        value.report(Problem.error("server-proxy", value.at()).with("value", text));
                    }
                }));
        return numbers;
    }

    private static Optional<ProviderSettings> provider(YamlMap map) {
        map.allow(PROVIDER);
        Optional<String> issuer = map.requireText("issuer").filter(text -> isIssuer(map, text));
        Optional<String> client = map.requireText("client_id");
        List<Allowed> allowed = map.get("allow").map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(value -> value.map().flatMap(ServerReader::allowed).stream())
                .toList();
        if (issuer.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderSettings(
                map.text("name").orElse(URI.create(issuer.get()).getHost()),
                issuer.get(),
                client.get(),
                map.text("secret_from"),
                allowed));
    }

    /** Without encryption anybody on the way could say who somebody is. */
    private static boolean isIssuer(YamlMap map, String text) {
        try {
            URI address = new URI(text);
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
            if (safe && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return true;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        map.report(
                Problem.error("server-issuer", map.get("issuer").orElseThrow().at())
                        .with("value", text));
        return false;
    }

    private static Optional<Allowed> allowed(YamlMap map) {
        map.allow(Set.of("email", "role", "workspace"));
        Optional<String> email = map.requireText("email")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> isAddress(map, text));
        Optional<String> role = map.require("role").flatMap(value -> value.oneOf(List.of("viewer", "analyst")));
        return email.isPresent() && role.isPresent()
                ? Optional.of(new Allowed(email.get(), role.get(), map.text("workspace")))
                : Optional.empty();
    }

    private static boolean isAddress(YamlMap map, String text) {
        if (text.matches("(\\*|[^@*\\s]+)@[^@*\\s]+\\.[^@*\\s]+")) {
            return true;
        }
        map.report(Problem.error("server-email", map.get("email").orElseThrow().at())
                .with("value", text));
        return false;
    }
}
