package dev.ukur.delivery.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a program calls the API with, in the name of a user: it may do what its scopes name and its user may.
 *
 * @param id to speak of it
 * @param hash of the secret, which was shown once
 * @param label what it is for
 * @param user in whose name
 * @param scopes rights it has at most
 * @param made when
 * @param until when it ends
 */
public record Token(String id, String hash, String label, String user, Set<Right> scopes, Instant made, Instant until) {

    public Token {
        scopes = scopes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(scopes));
    }
}
