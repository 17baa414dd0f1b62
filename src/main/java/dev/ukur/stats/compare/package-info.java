/**
 * Proportions, means and ratios with their intervals, and comparisons of two or many of them, also while data still
 * arrive.
 *
 * <p>In: counts, sums or arrays. Out: {@link dev.ukur.stats.Estimate}, {@link dev.ukur.stats.Interval}, p-values.
 * Differences are always first minus second.
 */
@NullMarked
package dev.ukur.stats.compare;

import org.jspecify.annotations.NullMarked;
