package dev.ukur.delivery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has signed in, known by the code in their browser. They are kept in memory alone: a server started anew asks everybody
 * again.
 */
public final class SignIns {

    /** A working day without a click ends it. */
    static final Duration IDLE = Duration.ofHours(8);
    /** So does a week in all. */
    public static final Duration WHOLE = Duration.ofDays(7);

    private final Clock clock;
    private final Map<String, Begun> byHash = new HashMap<>();

    /**
     * Somebody signed in.
     *
     * @param user who
     * @param formToken what their forms carry, so that no other site can send one
     */
    public record SignIn(String user, String formToken) {}

    private record Begun(SignIn signIn, Instant begun, Instant seen) {
        boolean lives(Instant now) {
            return now.isBefore(begun.plus(WHOLE)) && now.isBefore(seen.plus(IDLE));
        }
    }

    public SignIns(Clock clock) {
        this.clock = clock;
    }

    /** Signs a user in; gives a new code. */
    public synchronized String begin(String user) {
        Instant now = clock.instant();
        byHash.values().removeIf(one -> !one.lives(now));
        String code = Secret.fresh();
        byHash.put(Secret.hash(code), new Begun(new SignIn(user, Secret.fresh()), now, now));
        return code;
    }

    /** Who has a code, and is seen now. */
    public synchronized Optional<SignIn> of(String code) {
        String hash = Secret.hash(code);
        Begun known = byHash.get(hash);
        Instant now = clock.instant();
        if (known == null || !known.lives(now)) {
            byHash.remove(hash);
            return Optional.empty();
        }
        byHash.put(hash, new Begun(known.signIn(), known.begun(), now));
        return Optional.of(known.signIn());
    }

    public synchronized void end(String code) {
        byHash.remove(Secret.hash(code));
    }

    /** Signs a user out everywhere. */
    public synchronized void endAllOf(String user) {
        byHash.values().removeIf(one -> one.signIn().user().equals(user));
    }
}
