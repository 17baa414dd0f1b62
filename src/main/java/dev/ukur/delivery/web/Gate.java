package dev.ukur.delivery.web;

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

/**
 * Keeps out what a foreign web page could send through the browser of somebody who uses Ukur: requests under another host
 * name (DNS rebinding), and changes that do not come from a page of this server.
 */
final class Gate {

    /** The field of a form that carries the token. */
    static final String FIELD = "token";
    /** A header that a browser lets no other site send; calls of the API that change something carry it. */
    static final String HEADER = "Ukur-Call";

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

    Gate() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /** What forms of this server carry; new at every start. */
    String token() {
        return token;
    }

    static void protect(Context context) {
        HEADERS.forEach(context::header);
    }

    /**
     * Lets a request in.
     *
     * @throws ProblemException with {@code web-host}, {@code web-origin} or {@code web-token}
     */
    void admit(Context context, Route.Kind kind) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (!own(host, context.req().getLocalPort())) {
            throw refused("web-host", "host", host);
        }
        if (!kind.writes()) {
            return;
        }
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        Optional<String> site = Optional.ofNullable(context.header("Sec-Fetch-Site"));
        if (origin.filter(from -> !from.equals("http://" + host)).isPresent()
                || site.filter(from -> !List.of("same-origin", "none").contains(from))
                        .isPresent()) {
            throw refused("web-origin", "origin", origin.or(() -> site).orElse(""));
        }
        if (kind == Route.Kind.CALL && context.header(HEADER) == null) {
            throw refused("web-call", "header", HEADER);
        }
        if (kind == Route.Kind.FORM && !knows(context.formParam(FIELD))) {
            throw refused("web-token", "path", context.path());
        }
    }

    private static boolean own(String host, int port) {
        int colon = host.lastIndexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String at = colon < 0 ? "80" : host.substring(colon + 1);
        return NAMES.contains(name) && at.equals(String.valueOf(port));
    }

    private boolean knows(@org.jspecify.annotations.Nullable String told) {
        return told != null
                && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(String code, String fact, String value) {
        return new ProblemException(Problem.error(code, Location.nowhere()).with(fact, value));
    }
}
