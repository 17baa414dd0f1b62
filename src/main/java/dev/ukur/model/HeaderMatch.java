package dev.ukur.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names one source column goes by. Names are compared as {@link HeaderName} folds them, whole, never in part.
 *
 * @param names as written in the profile
 * @param pattern a regular expression found in the header, instead of or beside names
 */
public record HeaderMatch(List<String> names, Optional<Pattern> pattern) {

    public HeaderMatch {
        names = List.copyOf(names);
    }

    /** Whether a folded header cell is this column. */
    public boolean matches(String foldedHeader) {
        return names.stream().anyMatch(name -> HeaderName.fold(name).equals(foldedHeader))
                || pattern.filter(regex -> regex.matcher(foldedHeader).find()).isPresent();
    }

    /** The first name, or the pattern, for messages. */
    public String shown() {
        return names.isEmpty() ? pattern.map(Pattern::pattern).orElse("") : names.get(0);
    }
}
