package dev.ukur.model;

import dev.ukur.problem.Location;

/**
 * A wider aim of the business, above its goals: a sentence without a measure of its own.
 *
 * @param name short name, the key under {@code aims} in {@code goals.yaml}
 * @param sentence what the business wants in the long run
 * @param at where it stands
 */
public record Aim(String name, Label sentence, Location at) {}
