package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The dashboard and the HTTP API of one workspace. It listens on this machine's own address only, so that nobody signs in:
 * who can call it can read the files as well.
 */
public final class Server implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int LARGEST_UPLOAD_GB = 2;
    private static final int LARGEST_FORM = 1 << 20;
    private static final int IN_MEMORY_MB = 1;
    private static final int DRAIN_MS = 10_000;

    /** Kept, since the JDK forgets loggers nobody holds. */
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"), Logger.getLogger("Javalin"));

    private final Javalin http;
    private final Uploads uploads;

    private Server(Javalin http, Uploads uploads) {
        this.http = http;
        this.uploads = uploads;
    }

    /**
     * How it is started.
     *
     * @param port to listen at; 0 for any free one
     * @param version of the program, named at the foot of pages
     */
    public record Settings(int port, String version) {}

    /**
     * Starts it.
     *
     * @throws ProblemException with {@code port-taken}
     */
    public static Server start(SharedWorkspace workspace, Settings settings) {
        LIBRARIES.forEach(logger -> logger.setLevel(Level.WARNING));
        Uploads uploads = Uploads.in(workspace.folder());
        List<Route> routes = routes(uploads, settings.version());
        Desk desk = new Desk(workspace, new Gate(), new Dashboard(uploads, settings.version()), settings.version());
        Javalin http = Javalin.create(config -> {
            configure(config, uploads.folder());
            routes.forEach(route -> desk.take(config.routes, route));
            desk.takeTheRest(config.routes);
        });
        try {
            http.start(HOST, settings.port());
        } catch (RuntimeException e) {
            uploads.close();
            if (isBind(e)) {
                throw new ProblemException(
                        Problem.error("port-taken", Location.nowhere()).with("port", String.valueOf(settings.port())));
            }
            throw e;
        }
        return new Server(http, uploads);
    }

    /** Every way in. */
    static List<Route> routes(Uploads uploads, String version) {
        List<Route> routes = new ArrayList<>(new Dashboard(uploads, version).routes());
        routes.addAll(new Api(uploads, version).routes());
        return List.copyOf(routes);
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

    /** Where its pages are, ended by a slash. */
    public String address() {
        return "http://" + HOST + ":" + http.port() + "/";
    }

    /** Answers what is under way, takes nothing new, and throws uploads away that nobody loaded. */
    @Override
    public void close() {
        http.stop();
        uploads.close();
    }
}
