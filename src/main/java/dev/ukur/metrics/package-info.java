/**
 * Metrics by name: the catalogue, the formula language, the plan, its SQL, and values with unit and interval.
 *
 * <p>In: a {@link dev.ukur.metrics.MetricQuery}. Out: an {@link dev.ukur.metrics.Answer}. Asks the store only through its
 * query port; knows nothing of goals or of screens.
 */
@NullMarked
package dev.ukur.metrics;

import org.jspecify.annotations.NullMarked;
