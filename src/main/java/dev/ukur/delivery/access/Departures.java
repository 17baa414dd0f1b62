package dev.ukur.delivery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has been sent to another server to say who they are, and is expected back in the same browser. Kept in memory, each for one
 * return.
 */
public final class Departures {

    /** Long enough to find a password, short enough to be worth little to others. */
    public static final Duration LASTING = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Departure> byHash = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Departure> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Somebody on their way.
     *
     * @param state comes back with them
     * @param nonce stands in what the other server signs
     * @param verifier proves that whoever fetches the answer is who asked
     * @param to where they wanted to go here
     * @param begun when
     */
    public record Departure(String state, String nonce, String verifier, String to, Instant begun) {}

    public Departures(Clock clock) {
        this.clock = clock;
    }

    /** Sends somebody off; gives the code that their browser keeps. */
    public synchronized Begun begin(String to) {
        byHash.values().removeIf(this::isLate);
        Departure departure = new Departure(Secret.fresh(), Secret.fresh(), Secret.fresh(), to, clock.instant());
        String code = Secret.fresh();
        byHash.put(Secret.hash(code), departure);
        return new Begun(code, departure);
    }

    /** A departure and the code of the browser that makes it. */
    public record Begun(String code, Departure departure) {}

    /** Who comes back in this browser with this state; works once. */
    public synchronized Optional<Departure> end(String code, String state) {
        return Optional.ofNullable(byHash.remove(Secret.hash(code)))
                .filter(departure -> !isLate(departure))
                .filter(departure -> Secret.same(departure.state(), state));
    }

    private boolean isLate(Departure departure) {
        return departure.begun().plus(LASTING).isBefore(clock.instant());
    }
}
