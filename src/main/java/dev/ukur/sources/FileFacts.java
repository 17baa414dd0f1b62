package dev.ukur.sources;

import dev.ukur.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for a whole file.
 *
 * @param name of the file, without folders
 * @param account the source account its rows belong to
 * @param period the days it speaks of, where rows do not say
 * @param currency ISO code, where rows do not say
 * @param zone of times without one
 * @param setting what of this the file does not say itself, and what its account says of its cells
 */
record FileFacts(
        String name,
        String account,
        Optional<Period> period,
        Optional<String> currency,
        Optional<ZoneId> zone,
        String setting) {}
