package dev.ukur.delivery.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Passwords as Argon2id with 46 MiB and one pass, one of the settings that the OWASP Password Storage Cheat Sheet calls equally
 * strong. The hash carries its parameters, so that they may be raised later.
 */
final class Passwords {

    private static final int MEMORY_KIB = 47_104;
    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    /** More at once would let strangers fill the memory. */
    private static final Semaphore PLACES = new Semaphore(2, true);

    /** Checked when there is no such user, so that the answer takes as long. */
    private static final String NOBODYS = hash(Secret.fresh());

    private Passwords() {}

    static String hash(String password) {
        PLACES.acquireUninterruptibly();
        try {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            return ARGON.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
        } finally {
            PLACES.release();
        }
    }

    static boolean match(String password, Optional<String> hash) {
        PLACES.acquireUninterruptibly();
        try {
            String kept = hash.orElse(NOBODYS);
            // By the parameters of the hash: the library's own defaults are others.
            boolean same = Argon2Function.getInstanceFromHash(kept).check(password, kept);
            return same && hash.isPresent();
        } finally {
            PLACES.release();
        }
    }
}
