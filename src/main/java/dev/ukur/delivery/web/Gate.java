package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever has the right of a route, and keeps out what a foreign web page could send through the browser of somebody
 * who uses Ukur: requests under another host name (DNS rebinding, where nobody signs in), and changes that do not come from
 * a page of this server.
 */
final class Gate {

    /** The field of a form that carries the token. */
    static final String FIELD = "token";
    /** A header that a browser lets no other site send; calls of the API that change something carry it. */
    static final String HEADER = "Ukur-Call";

    /** Headers by which a proxy tells for whom it asks. */
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Frame-Options",
            "DENY");
    private static final int TOKEN_BYTES = 24;

    private final String token;
    private final boolean secure;

    /**
     * The gate of a server.
     *
     * @param secure whether browsers reach it over https alone
     */
    Gate(boolean secure) {
        this.secure = secure;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /** What forms of this server carry where nobody signs in; new at every start. */
    String token() {
        return token;
    }

    void protect(Context context) {
        HEADERS.forEach(context::header);
        if (secure) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /**
     * Lets a request in. Nothing of its body is read before its caller's right is known.
     *
     * @throws ProblemException with {@code web-host}, {@code web-proxy}, {@code web-sign-in}, {@code web-not-allowed},
     *     {@code web-no-page}, {@code web-origin}, {@code web-call} or {@code web-token}
     */
    void admit(Context context, Visit visit, Route route) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (visit.caller().means() == Caller.Means.HERE) {
            requireThisMachine(context, host);
        }
        requireRight(visit, route);
        if (route.kind() == Route.Kind.ENTER && context.isMultipart()) {
            throw refused("web-too-large", "path", visit.path()); // strangers send no files, not even to be thrown away
        }
        if (route.kind().writes()) {
            requireOwnPage(context, visit.caller(), route.kind());
        }
    }

    private static void requireThisMachine(Context context, String host) {
        if (!own(host, context.req().getLocalPort())) {
            throw refused("web-host", "host", host);
        }
        OF_PROXIES.stream()
                .filter(name -> context.header(name) != null)
                .findFirst()
                .ifPresent(name -> {
                    throw refused("web-proxy", "header", name);
                });
    }

    private static void requireRight(Visit visit, Route route) {
        Caller caller = visit.caller();
        if (!caller.may(route.right(), visit.place())) {
            boolean known = caller.means() != Caller.Means.NONE;
            if (known && !caller.knows(visit.place())) {
                throw refused("web-no-page", "path", visit.path());
            }
            throw refused(
                    known ? "web-not-allowed" : "web-sign-in",
                    "right",
                    route.right().word());
        }
        if (visit.place().isNowhere()) {
            throw refused("web-no-page", "path", visit.path());
        }
        boolean partOfPages = route.path().contains(AppearancePages.PATH); // colour and logo of the page that is shown
        if (route.right() != Right.OPEN
                && !partOfPages
                && caller.page().filter(only -> !only.equals(visit.question())).isPresent()) {
            throw refused("web-sign-in", "right", route.right().word());
        }
    }

    private void requireOwnPage(Context context, Caller caller, Route.Kind kind) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        Optional<String> site = Optional.ofNullable(context.header("Sec-Fetch-Site"));
        if (origin.filter(from -> !from.equals("http://" + host) && !from.equals("https://" + host))
                        .isPresent()
                || site.filter(from -> !List.of("same-origin", "none").contains(from))
                        .isPresent()) {
            throw refused("web-origin", "origin", origin.or(() -> site).orElse(""));
        }
        boolean program = caller.means() == Caller.Means.TOKEN; // no browser adds a token by itself
        if (kind == Route.Kind.CALL && !program && context.header(HEADER) == null) {
            throw refused("web-call", "header", HEADER);
        }
        if (kind == Route.Kind.FORM && !same(context.formParam(FIELD), caller.formToken())) {
            throw refused("web-token", "path", context.path());
        }
    }

    private static boolean own(String host, int port) {
        int colon = host.lastIndexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String at = colon < 0 ? "80" : host.substring(colon + 1);
        return NAMES.contains(name) && at.equals(String.valueOf(port));
    }

    private static boolean same(@Nullable String told, String token) {
        return told != null
                && !token.isEmpty()
                && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(String code, String fact, String value) {
        return new ProblemException(Problem.error(code, Location.nowhere()).with(fact, value));
    }
}
