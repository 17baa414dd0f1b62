package dev.ukur.delivery.web;

import java.net.URI;
import java.util.Optional;

/**
 * How the server is reached from outside, for links that people send each other.
 *
 * @param address that its owner told, without a slash at the end; empty when it is the one that was asked
 */
record Outside(Optional<URI> address) {

    String address(Visit visit, String path) {
        return address.map(URI::toString)
                        .orElseGet(() -> "http://" + visit.header("Host").orElse("localhost"))
                + path;
    }

    /** Whether browsers come over https. */
    boolean isSecure() {
        return address.filter(told -> "https".equals(told.getScheme())).isPresent();
    }
}
