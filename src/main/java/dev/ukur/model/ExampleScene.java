package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Map;

/**
 * A few rows of canonical tables, and the numbers that follow from them. Tables not named are empty.
 *
 * @param name of the scene
 * @param rows canonical table to its rows; a row is column to value as written, columns not named are unknown
 * @param examples worked out from these rows
 * @param at where the scene begins
 */
public record ExampleScene(
        String name, Map<String, List<Map<String, String>>> rows, List<WorkedExample> examples, Location at) {

    public ExampleScene {
        rows = Map.copyOf(rows);
        examples = List.copyOf(examples);
    }
}
