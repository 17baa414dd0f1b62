package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What measures aggregate: rows of one select over canonical tables, at one grain.
 *
 * @param name of the fact
 * @param sql the select, written against the plain names of canonical tables
 * @param needs canonical tables that must hold data
 * @param timeStart column with the first day a row counts for
 * @param timeEnd column with the last day; equal to the first for day-grain rows
 * @param breakdown column that names the report a row comes from, where several reports cut the same whole
 * @param dimensions dimension name to the column that holds it
 * @param at where it is defined
 */
public record Fact(
        String name,
        String sql,
        List<String> needs,
        String timeStart,
        String timeEnd,
        Optional<String> breakdown,
        Map<String, String> dimensions,
        Location at) {

    public Fact {
        needs = List.copyOf(needs);
        dimensions = Map.copyOf(dimensions);
    }
}
