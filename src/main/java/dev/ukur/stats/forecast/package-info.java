/**
 * A small family of forecasts, how good each one is on the past, and the choice among them.
 *
 * <p>In: a series without gaps, oldest first, and the number of steps in its season. Out: forecasts with intervals.
 */
@NullMarked
package dev.ukur.stats.forecast;

import org.jspecify.annotations.NullMarked;
