package dev.ukur.sources;

import dev.ukur.time.Period;
import java.util.Optional;

/**
 * How the user wants files imported.
 *
 * @param profile name of the profile to use instead of detection
 * @param period the days the file speaks of, for files that do not state them
 * @param dryRun read and check, load nothing
 */
public record ImportOptions(Optional<String> profile, Optional<Period> period, boolean dryRun) {

    /** Detect, load. */
    public static ImportOptions standard() {
        return new ImportOptions(Optional.empty(), Optional.empty(), false);
    }
}
