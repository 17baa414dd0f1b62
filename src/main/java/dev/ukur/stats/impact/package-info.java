/**
 * What an event or a campaign changed: days against other days, a period against what would have been, and what moved a
 * number between two periods.
 *
 * <p>In: daily series without gaps and which days were special; parts of a number before and after. Out: effects with
 * p-values or intervals; contributions that sum to the change.
 */
@NullMarked
package dev.ukur.stats.impact;

import org.jspecify.annotations.NullMarked;
