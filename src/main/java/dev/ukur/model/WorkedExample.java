package dev.ukur.model;

import dev.ukur.problem.Location;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number worked out by hand from a few rows: what a metric must give over them.
 *
 * @param metric its name
 * @param period the days asked for, as one number
 * @param by dimension to the member whose number is told; empty for the whole
 * @param where filter in the formula language
 * @param expected the number; empty when it must be unknown
 * @param ends the ends of its interval, lowest first; empty when they are not told
 * @param isEdge whether it shows an unusual case: nothing to divide by, a day at the border, something not known
 * @param arithmetic how the number follows from the rows, in words
 * @param at where it is written
 */
public record WorkedExample(
        String metric,
        Period period,
        Map<String, String> by,
        Optional<String> where,
        Optional<Double> expected,
        List<Double> ends,
        boolean isEdge,
        String arithmetic,
        Location at) {

    public WorkedExample {
        by = Map.copyOf(by);
        ends = List.copyOf(ends);
    }
}
