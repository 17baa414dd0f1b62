/**
 * How spending works: after-effects (adstock), saturation, and the division of a budget by equal marginal returns.
 *
 * <p>In: spends by period, response curves. Out: transformed series, allocations.
 */
@NullMarked
package dev.ukur.stats.budget;

import org.jspecify.annotations.NullMarked;
