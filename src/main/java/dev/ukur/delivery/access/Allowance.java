package dev.ukur.delivery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many requests each caller may make: some at once, then so many a second. */
public final class Allowance {

    private static final int MOST_KEYS = 10_000;
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final int atOnce;
    private final double aSecond;
    private final Map<String, Left> left = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Left(double requests, Instant at) {}

    public Allowance(Clock clock, int atOnce, double aSecond) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.aSecond = aSecond;
    }

    /** Takes one request of a caller; false when there is none left for now. */
    public synchronized boolean take(String key) {
        Instant now = clock.instant();
        Left before = left.getOrDefault(key, new Left(atOnce, now));
        double since = Duration.between(before.at(), now).toNanos() / NANOS;
        double have = Math.min(atOnce, before.requests() + since * aSecond);
        left.put(key, new Left(have < 1 ? have : have - 1, now));
        return have >= 1;
    }
}
