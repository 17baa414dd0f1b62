package dev.ukur.model;

import java.util.List;
import java.util.Optional;

/**
 * How numbers and dates are written.
 *
 * @param number {@code dot}, {@code comma}, or empty to decide by the cells
 * @param date {@code dmy}, {@code mdy}, or empty to decide by the cells
 * @param nulls texts that mean no value
 */
public record LocaleRules(Optional<String> number, Optional<String> date, List<String> nulls) {

    public LocaleRules {
        nulls = List.copyOf(nulls);
    }
}
