package dev.ukur.delivery.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A person who signs in.
 *
 * @param name unique, in lower case; an e-mail address or any short name
 * @param password its Argon2id hash with parameters; empty for who signs in elsewhere
 * @param grants the roles
 * @param since when they joined
 */
public record User(String name, Optional<String> password, Grants grants, Instant since) {

    User with(Grants others) {
        return new User(name, password, others, since);
    }
}
