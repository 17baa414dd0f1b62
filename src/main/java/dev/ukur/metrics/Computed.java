package dev.ukur.metrics;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what later steps need of each row.
 *
 * @param answer the numbers
 * @param keys per row its period and members
 * @param evidence per row, by metric, what its uncertainty is judged by
 */
record Computed(Answer answer, List<Key> keys, List<Map<String, Evidence>> evidence) {

    Computed {
        keys = List.copyOf(keys);
        evidence = List.copyOf(evidence);
    }

    /**
     * Which row it is.
     *
     * @param bucket key of its period
     * @param members of the dimensions, in order
     */
    record Key(LocalDateTime bucket, List<@Nullable Object> members) {}

    Computed with(Answer changed) {
        return new Computed(changed, keys, evidence);
    }

    static Computed empty(Answer answer) {
        return new Computed(answer, List.of(), List.of());
    }
}
