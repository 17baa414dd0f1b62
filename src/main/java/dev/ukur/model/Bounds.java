package dev.ukur.model;

/**
 * Formulas for the ends between which a metric's value must lie when part of the data is hidden or censored.
 *
 * @param metric name of the metric
 * @param low formula of the lowest possible value
 * @param high formula of the highest possible value
 */
public record Bounds(String metric, String low, String high) {}
