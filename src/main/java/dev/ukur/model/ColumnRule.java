package dev.ukur.model;

import dev.ukur.problem.Location;

/**
 * What a canonical column is made of.
 *
 * @param table the target
 * @param column of the target; {@code period} stands for both its days
 * @param value where the value comes from
 * @param sum whether lines of a group are added up in a target that takes one row a group
 * @param at where the rule stands
 */
public record ColumnRule(String table, String column, ColumnValue value, boolean sum, Location at) {}
