/**
 * Pure numerics: distributions, intervals, forecasts.
 *
 * <p>In: arrays and numbers. Out: values. Knows nothing of marketing, tables or time zones; holds no state.
 */
@NullMarked
package dev.ukur.stats;

import org.jspecify.annotations.NullMarked;
