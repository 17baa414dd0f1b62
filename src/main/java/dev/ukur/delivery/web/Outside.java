package dev.ukur.delivery.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the server is reached from outside, for links that people send each other, and who asks through a proxy. What a proxy tells
 * is believed under a public https address alone, from this machine and from the machines named.
 *
 * @param address that its owner told, without a slash at the end; empty when it is the one that was asked
 * @param proxies numbers of other machines that stand before it
 * @param scheme that it speaks itself
 */
record Outside(Optional<URI> address, Set<String> proxies, String scheme) {

    static final String HTTP = "http";
    static final String HTTPS = "https";

    /** A server that is asked where it listens. */
    static final Outside NONE = new Outside(Optional.empty(), Set.of(), HTTP);

    Outside {
        proxies = Set.copyOf(proxies);
    }

    String address(Visit visit, String path) {
        return address.map(URI::toString)
                        .orElseGet(() -> scheme + "://" + visit.header("Host").orElse("localhost"))
                + path;
    }

    /** Whether browsers come over https. */
    boolean isSecure() {
        return scheme.equals(HTTPS) || isProxied();
    }

    private boolean isProxied() {
        return address.filter(told -> HTTPS.equals(told.getScheme())).isPresent();
    }

    /** From where somebody asks. */
    String from(Context context) {
        String peer = context.req().getRemoteAddr();
        String told = context.header("X-Forwarded-For");
        return told == null || !believes(peer)
                ? peer
                : told.substring(told.lastIndexOf(',') + 1).strip();
    }

    /** Where a browser has to go that came in the clear, to the proxy or to a server that speaks https itself. */
    Optional<String> safer(Context context) {
        String query = context.queryString();
        String asked = context.path() + (query == null ? "" : "?" + query);
        if (scheme.equals(HTTPS) && !context.req().isSecure()) {
            return Optional.of(address.map(URI::toString)
                            .orElseGet(() -> HTTPS + "://"
                                    + Optional.ofNullable(context.header("Host"))
                                            .orElse("localhost"))
                    + asked);
        }
        boolean clear =
                believes(context.req().getRemoteAddr()) && HTTP.equalsIgnoreCase(context.header("X-Forwarded-Proto"));
        return clear ? address.map(told -> told + asked) : Optional.empty();
    }

    /** Whether what a machine tells of others counts. */
    boolean believes(String peer) {
        String number = peer.replaceAll("[\\[\\]]", "");
        return isProxied()
                && (number.startsWith("127.")
                        || number.equals("::1")
                        || number.equals("0:0:0:0:0:0:0:1")
                        || proxies.contains(number));
    }
}
