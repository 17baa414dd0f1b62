package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.access.Users;
import dev.ukur.delivery.web.Certificate;
import dev.ukur.delivery.web.Server;
import dev.ukur.delivery.web.identity.Provider;
import dev.ukur.model.ServerSettings;
import dev.ukur.model.ServerSettings.ProviderSettings;
import dev.ukur.model.ServerSettings.TlsSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From where a server is reached. On this machine alone nobody signs in; anywhere else everybody does, also behind a proxy that
 * stands on this machine.
 *
 * @param port asked for
 * @param host to listen at
 * @param address under which browsers come, when a proxy stands before it
 */
record Reach(Optional<Integer> port, String host, Optional<URI> address) {

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int USUAL_PORT = 8080;
    private static final int ANY_PORT = 0;
    private static final int LARGEST_PORT = 65_535;

    /** This machine alone, at the usual port or any free one. */
    static final Reach HERE = new Reach(Optional.empty(), THIS_MACHINE, Optional.empty());

    static Reach of(Arguments arguments) {
        return new Reach(
                arguments.value("--port").map(Reach::port),
                arguments.value("--host").orElse(THIS_MACHINE),
                arguments.value("--public-url").map(Reach::address));
    }

    /** Starts a server. The usual port may be taken when nobody asked for it: then any free one does. */
    Server start(Function<Server.Settings, Server> server, Path folder) {
        if (port.isPresent()) {
            return server.apply(settings(port.get(), folder));
        }
        try {
            return server.apply(settings(USUAL_PORT, folder));
        } catch (ProblemException e) {
            return server.apply(settings(ANY_PORT, folder));
        }
    }

    private Server.Settings settings(int at, Path folder) {
        if (!signsIn()) {
            return Server.Settings.here(at, Version.text());
        }
        ServerSettings settings = Ukur.server(folder);
        Optional<Certificate> certificate = settings.tls().map(tls -> certificate(tls, folder));
        return new Server.Settings(host, at, Version.text(), Optional.of(people(settings, folder)), certificate);
    }

    private static Certificate certificate(TlsSettings tls, Path folder) {
        String password = environment(tls.passwordFrom())
                .orElseThrow(() -> new ProblemException(Problem.error("server-tls-password", Location.nowhere())
                        .with("variable", tls.passwordFrom())
                        .with("file", tls.keystore())));
        return Certificate.read(folder.resolve(tls.keystore()), password);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private Server.People people(ServerSettings settings, Path folder) {
        Optional<Provider> provider = settings.signIn().map(Reach::provider);
        return new Server.People(users(folder), address, Set.copyOf(settings.proxies()), provider, Clock.systemUTC());
    }

    /** The secret is in the environment alone, and told missing before anybody is sent away in vain. */
    private static Provider provider(ProviderSettings settings) {
        Optional<String> secret = settings.secretFrom()
                .map(name -> environment(name)
                        .orElseThrow(() -> new ProblemException(Problem.error("server-secret", Location.nowhere())
                                .with("variable", name)
                                .with("provider", settings.name()))));
        return new Provider(settings, secret, Clock.systemUTC());
    }

    /** Where the first owner comes in, when people sign in and there is none yet; after the server's address. */
    Optional<String> firstOwner(Path folder) {
        return signsIn() ? users(folder).inviteFirstOwner().map(code -> "account/join/" + code) : Optional.empty();
    }

    private static Users users(Path folder) {
        return Users.of(folder, Clock.systemUTC());
    }

    private boolean signsIn() {
        return address.isPresent() || !isThisMachine();
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    Problem.error("host-unknown", Location.nowhere()).with("host", host));
        }
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > LARGEST_PORT) {
            throw refused("--port", text, "8080");
        }
        return port;
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean known = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (known && address.getHost() != null && address.getPath().isEmpty() && address.getQuery() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw refused("--public-url", text, "https://ukur.example");
    }

    private static ProblemException refused(String option, String value, String allowed) {
        return new ProblemException(Problem.error("option-value", Location.nowhere())
                .with("option", option)
                .with("value", value)
                .with("allowed", allowed));
    }
}
