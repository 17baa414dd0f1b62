package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.Shell;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes each request, has it admitted, answers it from what is kept or anew, and sends the reply. */
final class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class.getName());
    private static final int PATIENCE_MS = 2_000;
    private static final int ACCEPTED = 202;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int TAG_DIGITS = 32;
    private static final String ANSWERED = "ukur.answered";

    private final Premises premises;
    private final Lobby lobby;
    private final Dashboard dashboard;
    private final String version;
    private final KeptReplies kept = new KeptReplies(Executors.newCachedThreadPool(Desk::worker));
    private final Monitor monitor = new Monitor();

    Desk(Premises premises, Lobby lobby, String version) {
        this.premises = premises;
        this.lobby = lobby;
        this.dashboard = new Dashboard(version);
        this.version = version;
    }

    /** Registers a route of workspaces. */
    void take(RoutesConfig routes, Route route) {
        register(routes, route.under(premises.prefix()), premises::workspace);
    }

    /** Registers a route of the server as a whole. */
    void takeOfServer(RoutesConfig routes, Route route) {
        register(routes, route, context -> premises.server());
    }

    private void register(RoutesConfig routes, Route route, Function<Context, Place> place) {
        if (route.kind().writes()) {
            routes.post(route.path(), context -> serve(context, route, place.apply(context)));
        } else {
            routes.get(route.path(), context -> serve(context, route, place.apply(context)));
        }
    }

    /** What no route takes, and the program's own numbers. */
    void takeTheRest(RoutesConfig routes) {
        takeOfServer(
                routes,
                Route.watch(Right.VIEW, "/metrics", visit -> Reply.text("text/plain; version=0.0.4", monitor.text())));
        routes.error(NOT_FOUND, this::unknown);
        routes.error(NOT_ALLOWED, this::unknown);
    }

    private void serve(Context context, Route route, Place place) throws IOException {
        long begun = System.nanoTime();
        lobby.gate().protect(context);
        Visit visit = new Visit(context, place, lobby.caller(context));
        Reply reply = lobby.safer(context).map(Reply::to).orElseGet(() -> reply(context, visit, route));
        context.attribute(ANSWERED, true);
        send(context, moved(reply, visit));
        lobby.note(visit, route, reply.status());
        monitor.note(route, reply.status(), System.nanoTime() - begun);
    }

    /** Leads on to a page of the same workspace. */
    private static Reply moved(Reply reply, Visit visit) {
        String to = reply.headers().get("Location");
        return to == null
                ? reply
                : reply.header("Location", Shell.Standing.under(visit.place().base(), to));
    }

    private Reply reply(Context context, Visit visit, Route route) {
        try {
            lobby.admit(context, visit, route);
            return route.kind() == Route.Kind.SHOW
                    ? shown(visit, route)
                    : route.answer().to(visit).header("Cache-Control", "no-store");
        } catch (ProblemException e) {
            return refused(visit, e);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (isTooLarge(e)) {
                return refused(visit, new ProblemException(Problem.error("web-too-large", Location.nowhere())));
            }
            LOG.log(Level.SEVERE, "a fault at " + visit.place().base() + route.path(), e);
            return refused(visit, new ProblemException(Problem.error("web-fault", Location.nowhere())));
        }
    }

    /** Whether more was sent than is taken: a form, or the files of one. */
    private static boolean isTooLarge(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpResponseException http && http.getStatus() == TOO_LARGE
                    || String.valueOf(cause.getMessage()).startsWith("max length exceeded")) {
                return true;
            }
        }
        return false;
    }

    /** A reply of the same version as one the browser has is not sent again, and one kept here is not made again. */
    private Reply shown(Visit visit, Route route) {
        String tag = "\"" + tag(visit) + "\"";
        if (visit.header("If-None-Match").filter(had -> had.contains(tag)).isPresent()) {
            return new Reply(NOT_MODIFIED, "text/plain", java.util.Map.of(), out -> {}).header("ETag", tag);
        }
        Reply reply =
                kept.get(tag).orElseGet(() -> isPage(visit) ? page(visit, route, tag) : answer(visit, route, tag));
        if (reply.status() == ACCEPTED) {
            return reply.header("Cache-Control", "no-store");
        }
        return reply.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Encoding, Cookie");
    }

    private Reply answer(Visit visit, Route route, String tag) {
        Reply reply = route.answer().to(visit);
        return reply.isFile() ? reply : kept.keep(tag, reply);
    }

    /** People wait for a page a moment; then they see that it is being worked on, and it comes by itself. */
    private Reply page(Visit visit, Route route, String tag) {
        CompletableFuture<Reply> coming = kept.coming(tag, () -> route.answer().to(visit));
        try {
            return coming.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return dashboard.comes(visit).status(ACCEPTED).header("Refresh", "1");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "ukur-page");
        thread.setDaemon(true);
        return thread;
    }

    private String tag(Visit visit) {
        String state = String.join(
                "\n",
                visit.place().version(),
                visit.place().base(),
                version,
                visit.say().language().code(),
                visit.path().startsWith(Api.BASE) ? "" : lobby.sight(visit),
                visit.address());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a person asks, with a browser, rather than a program. */
    private static boolean isPage(Visit visit) {
        return visit.header("Accept").filter(type -> type.contains("text/html")).isPresent()
                && !visit.path().startsWith(Api.BASE);
    }

    /** Programs get a problem, people a page. */
    private Reply refused(Visit visit, ProblemException refused) {
        // Never kept: a browser would show a page as gone after it is back.
        return told(visit, refused).header("Cache-Control", "no-store");
    }

    private Reply told(Visit visit, ProblemException refused) {
        if (!isPage(visit)) {
            return Refusal.json(visit, refused);
        }
        boolean unknown =
                refused.problems().stream().anyMatch(problem -> problem.code().equals("web-sign-in"));
        if (!unknown || visit.changes()) {
            return dashboard.refused(visit, refused);
        }
        return lobby.hadLink(visit)
                ? dashboard.refused(visit, new ProblemException(Problem.error("link-gone", Location.nowhere())))
                : SignInPages.askFirst(visit);
    }

    /** No route, or not by this method. */
    private void unknown(Context context) throws IOException {
        if (Boolean.TRUE.equals(context.attribute(ANSWERED))) {
            return; // a route's own answer
        }
        lobby.gate().protect(context);
        Visit visit = new Visit(context, premises.server(), lobby.caller(context));
        Problem problem = Problem.error("web-no-page", Location.nowhere()).with("path", context.path());
        Reply reply = refused(visit, new ProblemException(problem));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reply.body().to(body);
        context.contentType(reply.type()).result(body.toByteArray()); // instead of the router's own words
    }

    private static void send(Context context, Reply reply) throws IOException {
        context.status(reply.status());
        reply.headers().forEach(context::header);
        if (reply.status() == NOT_MODIFIED) {
            return;
        }
        context.contentType(reply.type());
        reply.body().to(context.outputStream());
    }
}
