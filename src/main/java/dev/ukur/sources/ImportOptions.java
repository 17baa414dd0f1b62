package dev.ukur.sources;

import dev.ukur.time.Period;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How the user wants files imported.
 *
 * @param profile name of the profile to use instead of detection
 * @param period the days the file speaks of, for files that do not state them
 * @param dryRun read and check, load nothing
 * @param encoding of all text files, instead of what their bytes show
 */
public record ImportOptions(
        Optional<String> profile, Optional<Period> period, boolean dryRun, Optional<Charset> encoding) {

    /** With the encoding that the bytes show. */
    public ImportOptions(Optional<String> profile, Optional<Period> period, boolean dryRun) {
        this(profile, period, dryRun, Optional.empty());
    }

    /** Detect, load. */
    public static ImportOptions standard() {
        return new ImportOptions(Optional.empty(), Optional.empty(), false);
    }
}
