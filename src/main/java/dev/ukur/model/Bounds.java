package dev.ukur.model;

/**
 * Formulas for the ends between which a metric's value must lie when part of the data is hidden or censored.
 *
 * @param low formula of the lowest possible value
 * @param high formula of the highest possible value
 */
public record Bounds(String low, String high) {}
