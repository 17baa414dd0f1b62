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
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes each request, has it admitted, answers it from what is kept or anew, and sends the reply. */
final class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class.getName());
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
    private final KeptReplies kept = new KeptReplies();
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
        Reply reply = reply(context, visit, route);
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
        Optional<Reply> known = kept.get(tag);
        return known.orElseGet(() -> kept.keep(tag, route.answer().to(visit)))
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Encoding, Cookie");
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

    /** Programs get a problem, people a page. */
    private Reply refused(Visit visit, ProblemException refused) {
        // Never kept: a browser would show a page as gone after it is back.
        return told(visit, refused).header("Cache-Control", "no-store");
    }

    private Reply told(Visit visit, ProblemException refused) {
        boolean person = visit.header("Accept")
                .filter(type -> type.contains("text/html"))
                .isPresent();
        if (!person || visit.path().startsWith(Api.BASE)) {
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
