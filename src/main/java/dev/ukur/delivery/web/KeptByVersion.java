package dev.ukur.delivery.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was made of the present version of each thing; that of a newer version takes its place. */
final class KeptByVersion<T> {

    private final Map<String, Versioned<T>> kept = new ConcurrentHashMap<>();

    private record Versioned<T>(String version, T value) {}

    /** What is kept of a version, or made now. Two who ask at once may both make it, which harms nobody. */
    T of(String key, String version, Supplier<T> make) {
        Versioned<T> known = kept.get(key);
        if (known != null && known.version().equals(version)) {
            return known.value();
        }
        T fresh = make.get();
        kept.put(key, new Versioned<>(version, fresh));
        return fresh;
    }
}
