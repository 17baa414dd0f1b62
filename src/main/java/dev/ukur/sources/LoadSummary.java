package dev.ukur.sources;

import dev.ukur.store.LoadRecord;
import java.util.Optional;

/**
 * A line of the load book, as people ask for it.
 *
 * @param record what was loaded
 * @param undoneBy the load that took it back, if one did
 */
public record LoadSummary(LoadRecord record, Optional<Long> undoneBy) {}
