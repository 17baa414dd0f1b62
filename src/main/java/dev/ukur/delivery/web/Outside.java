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
 */
record Outside(Optional<URI> address, Set<String> proxies) {

    /** A server that is asked where it listens. */
    static final Outside NONE = new Outside(Optional.empty(), Set.of());

    Outside {
        proxies = Set.copyOf(proxies);
    }

    String address(Visit visit, String path) {
        return address.map(URI::toString)
                        .orElseGet(() -> "http://" + visit.header("Host").orElse("localhost"))
                + path;
    }

    /** Whether browsers come over https. */
    boolean isSecure() {
        return address.filter(told -> "https".equals(told.getScheme())).isPresent();
    }

    /** From where somebody asks. */
    String from(Context context) {
        String peer = context.req().getRemoteAddr();
        String told = context.header("X-Forwarded-For");
        return told == null || !believes(peer)
                ? peer
                : told.substring(told.lastIndexOf(',') + 1).strip();
    }

    /** Where a browser has to go that came to the proxy in the clear. */
    Optional<String> safer(Context context) {
        boolean clear =
                believes(context.req().getRemoteAddr()) && "http".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
        String query = context.queryString();
        return clear
                ? address.map(told -> told + context.path() + (query == null ? "" : "?" + query))
                : Optional.empty();
    }

    /** Whether what a machine tells of others counts. */
    boolean believes(String peer) {
        String number = peer.replaceAll("[\\[\\]]", "");
        return isSecure()
                && (number.startsWith("127.")
                        || number.equals("::1")
                        || number.equals("0:0:0:0:0:0:0:1")
                        || proxies.contains(number));
    }
}
