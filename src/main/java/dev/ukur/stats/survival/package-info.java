/**
 * How long something lasts when some of it still lasts: subscriptions, time to a second purchase.
 *
 * <p>In: durations, and whether each one ended. Out: survival curves with bands, medians, comparisons.
 */
@NullMarked
package dev.ukur.stats.survival;

import org.jspecify.annotations.NullMarked;
