package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.Optional;

/**
 * A number that a metric's formula stands on, seen another way: filtered, over another length of time, or earlier.
 *
 * @param name the name the formula uses
 * @param metric the metric or measure it is
 * @param filter which rows count, in the formula language over dimensions: {@code channel = 'Email'}
 * @param offset how far back it is taken: {@code 1 month}, {@code 1 year} or {@code previous period}
 * @param window how much time one value covers: {@code 12 months}, {@code all}, or {@code year to date}
 * @param at where it is written
 */
public record MetricInput(
        String name,
        String metric,
        Optional<String> filter,
        Optional<String> offset,
        Optional<String> window,
        Location at) {}
