package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.delivery.access.Users;
import dev.ukur.delivery.web.identity.Provider;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The dashboard and the HTTP API. On this machine's own address nobody signs in, since who can call it can read the files as
 * well; at any other address everybody does.
 */
public final class Server implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final int LARGEST_UPLOAD_GB = 2;
    private static final int LARGEST_FORM = 1 << 20;
    private static final int IN_MEMORY_MB = 1;
    private static final int DRAIN_MS = 10_000;

    /** Kept, since the JDK forgets loggers nobody holds. */
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"), Logger.getLogger("Javalin"));

    private final Javalin http;
    private final Settings settings;
    private final List<Uploads> uploads;
    private final Rounds rounds;

    private Server(Javalin http, Settings settings, List<Uploads> uploads, Rounds rounds) {
        this.http = http;
        this.settings = settings;
        this.uploads = uploads;
        this.rounds = rounds;
    }

    /**
     * How it is started.
     *
     * @param host name or number of the address to listen at
     * @param port to listen at; 0 for any free one
     * @param version of the program, named at the foot of pages
     * @param people who sign in; empty where whoever calls sits at this machine
     * @param certificate with which it speaks https by itself
     */
    public record Settings(
            String host, int port, String version, Optional<People> people, Optional<Certificate> certificate) {

        /** Over http, or behind a proxy. */
        public Settings(String host, int port, String version, Optional<People> people) {
            this(host, port, version, people, Optional.empty());
        }

        /** What browsers speak with it. */
        String scheme() {
            return certificate.isPresent() ? Outside.HTTPS : Outside.HTTP;
        }

        /** On this machine alone, where nobody signs in. */
        public static Settings here(int port, String version) {
            return new Settings(HERE, port, version, Optional.empty());
        }
    }

    /**
     * Who may use it.
     *
     * @param users those of the folder served
     * @param address under which browsers reach it, when that is not where it listens
     * @param proxies numbers of other machines that ask for those who come under that address
     * @param provider that people may sign in with instead of a password
     * @param clock by which sign-ins end
     */
    public record People(
            Users users, Optional<URI> address, Set<String> proxies, Optional<Provider> provider, Clock clock) {

        public People {
            proxies = Set.copyOf(proxies);
        }
    }

    /**
     * Starts it on one workspace.
     *
     * @throws ProblemException with {@code port-taken} or {@code host-unknown}
     */
    public static Server start(SharedWorkspace workspace, Settings settings) {
        Place.Opened opened = new Place.Opened(workspace, Uploads.in(workspace.folder()));
        String name = String.valueOf(workspace.folder().getFileName());
        return start(Premises.of(name, opened), settings);
    }

    /**
     * Starts it on many workspaces, each under {@code /w/NAME}.
     *
     * @param workspaces by the names of their folders; at least one
     * @throws ProblemException with {@code port-taken} or {@code host-unknown}
     */
    public static Server start(Map<String, SharedWorkspace> workspaces, Settings settings) {
        Map<String, Place.Opened> opened = new LinkedHashMap<>();
        workspaces.forEach((name, shared) -> opened.put(name, new Place.Opened(shared, Uploads.in(shared.folder()))));
        return start(Premises.of(opened), settings);
    }

    private static Server start(Premises premises, Settings settings) {
        LIBRARIES.forEach(logger -> logger.setLevel(Level.WARNING));
        List<Uploads> uploads = premises.places().stream()
                .flatMap(place -> place.workspace().stream())
                .map(Place.Opened::uploads)
                .toList();
        Javalin http = Javalin.create(config -> {
            configure(config, uploads.get(0).folder());
            settings.certificate()
                    .ifPresent(own ->
                            config.jetty.addConnector((server, plain) -> own.connector(server, plain, settings)));
            register(config.routes, premises, settings);
        });
        try {
            http.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            uploads.forEach(Uploads::close);
            throw notStarted(e, settings);
        }
        Rounds rounds = new Rounds(
                premises.places(), Ways.of(premises, settings.version()).ofWorkspace());
        return new Server(http, settings, uploads, rounds);
    }

    private static void register(RoutesConfig routes, Premises premises, Settings settings) {
        Optional<People> people = settings.people();
        Outside outside = new Outside(
                people.flatMap(People::address), people.map(People::proxies).orElse(Set.of()), settings.scheme());
        Clock clock = people.map(People::clock).orElse(Clock.systemUTC());
        Optional<Provider> provider = people.flatMap(People::provider);
        Optional<SignInDesk> signIn = people.map(who -> new SignInDesk(
                who.users(), outside, provider.map(one -> one.settings().name()), clock));
        String version = settings.version();
        Ways common = Ways.of(premises, version);
        Ways ways = signIn.map(desk -> {
                    SignInPages pages = new SignInPages(desk, premises, clock, version);
                    Ways own = common.with(pages, new UserPages(desk, premises, outside, version));
                    return provider.map(one -> own.with(new ProviderPages(desk, pages, one, outside, clock)))
                            .orElse(own);
                })
                .orElse(common);
        Desk desk = new Desk(premises, new Lobby(new Gate(outside.isSecure()), signIn, outside, clock), version);
        ways.ofWorkspace().forEach(route -> desk.take(routes, route));
        ways.ofServer().forEach(route -> desk.takeOfServer(routes, route));
        desk.takeTheRest(routes);
    }

    private static RuntimeException notStarted(RuntimeException e, Settings settings) {
        if (isCausedBy(e, UnresolvedAddressException.class) || isCausedBy(e, UnknownHostException.class)) {
            return new ProblemException(
                    Problem.error("host-unknown", Location.nowhere()).with("host", settings.host()));
        }
        return isBind(e)
                ? new ProblemException(
                        Problem.error("port-taken", Location.nowhere()).with("port", String.valueOf(settings.port())))
                : e;
    }

    private static void configure(JavalinConfig config, Path uploads) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.maxRequestSize = LARGEST_FORM;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.cacheDirectory(uploads.toString());
        config.jetty.multipartConfig.maxFileSize(LARGEST_UPLOAD_GB, SizeUnit.GB);
        config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_UPLOAD_GB, SizeUnit.GB);
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_MB, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(jetty -> {
            jetty.setSendServerVersion(false);
            jetty.setSendDateHeader(true);
        });
        config.jetty.modifyServer(server -> server.setStopTimeout(DRAIN_MS));
    }

    private static boolean isBind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("Port already in use")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCausedBy(Throwable e, Class<?> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Works pages out before somebody asks, from now on and whenever something changed. */
    public Server ahead() {
        rounds.begin();
        return this;
    }

    /** Where its pages are, ended by a slash: the address told, else where it listens. */
    public String address() {
        return settings.people()
                .flatMap(People::address)
                .map(told -> told + "/")
                .orElseGet(() -> settings.scheme() + "://" + reached() + ":" + http.port() + "/");
    }

    /** The port it listens at. */
    int port() {
        return http.port();
    }

    /** An address that is all of this machine's is reached by its own. */
    private String reached() {
        return settings.host().equals("0.0.0.0") || settings.host().equals("::") ? HERE : settings.host();
    }

    /** Answers what is under way, takes nothing new, and throws uploads away that nobody loaded. */
    @Override
    public void close() {
        http.stop();
        rounds.close();
        uploads.forEach(Uploads::close);
    }
}
