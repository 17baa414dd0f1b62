package dev.ukur.delivery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses. Some failures are free, as people mistype; after them every further one doubles the wait, up to a
 * quarter of an hour. An attempt counts as failed until it is forgiven, so that many at once gain nothing.
 */
public final class Patience {

    private static final int MOST_KEYS = 10_000;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Failures(int count, Instant last) {}

    /** Patience with that many failures for free. */
    public Patience(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** How long to wait before an attempt under this key; zero when it may be made, which then is counted. */
    public synchronized Duration attempt(String key) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        if (before != null && before.last().plus(LONGEST).isAfter(now)) {
            Duration left = Duration.between(now, before.last().plus(wait(before.count())));
            if (!left.isNegative() && !left.isZero()) {
                return left;
            }
            failures.put(key, new Failures(before.count() + 1, now));
        } else {
            failures.put(key, new Failures(1, now));
        }
        return Duration.ZERO;
    }

    /** The attempt was right. */
    public synchronized void forgive(String key) {
        failures.remove(key);
    }

    private Duration wait(int failed) {
        if (failed < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failed - free));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
