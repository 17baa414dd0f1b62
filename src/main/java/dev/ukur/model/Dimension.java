package dev.ukur.model;

import dev.ukur.problem.Location;

/**
 * What numbers are broken down by.
 *
 * @param name of the dimension
 * @param label short name
 * @param at where it is defined
 */
public record Dimension(String name, Label label, Location at) {}
