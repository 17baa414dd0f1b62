package dev.ukur.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names one source column goes by. Names are compared as {@link HeaderName} folds them, whole, never in part.
 *
 * @param names as written in the profile
 * @param pattern a regular expression found in the header, instead of or beside names
 * @param folded the names as they are compared: each file's header is held against those of all profiles
 */
public record HeaderMatch(List<String> names, Optional<Pattern> pattern, Set<String> folded) {

    public HeaderMatch {
        names = List.copyOf(names);
        folded = Set.copyOf(folded);
    }

    public HeaderMatch(List<String> names, Optional<Pattern> pattern) {
        this(names, pattern, names.stream().map(HeaderName::fold).collect(Collectors.toSet()));
    }

    /** Whether a folded header cell is this column. */
    public boolean matches(String foldedHeader) {
        return folded.contains(foldedHeader)
                || pattern.filter(regex -> regex.matcher(foldedHeader).find()).isPresent();
    }

    /** The first name, or the pattern, for messages. */
    public String shown() {
        return names.isEmpty() ? pattern.map(Pattern::pattern).orElse("") : names.get(0);
    }
}
