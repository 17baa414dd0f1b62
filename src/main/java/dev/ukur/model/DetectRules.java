package dev.ukur.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file is known to be of a profile. All conditions must hold.
 *
 * @param containers {@code csv}, {@code xlsx}, {@code json}, {@code ndjson}; empty for any table
 * @param all columns the header must have
 * @param none columns the header must not have
 * @param only whether the header may have no further columns
 * @param preamble each must be found in some line above the header
 * @param pointers JSON pointers that must lead somewhere, in the file or in its first record
 * @param fileName found in the file's own name; for files whose header says too little
 */
public record DetectRules(
        List<String> containers,
        List<HeaderMatch> all,
        List<HeaderMatch> none,
        boolean only,
        List<Pattern> preamble,
        List<String> pointers,
        Optional<Pattern> fileName) {

    public DetectRules {
        containers = List.copyOf(containers);
        all = List.copyOf(all);
        none = List.copyOf(none);
        preamble = List.copyOf(preamble);
        pointers = List.copyOf(pointers);
    }
}
