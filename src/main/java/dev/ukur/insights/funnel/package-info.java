/**
 * How visitors pass the steps of a way, where they stop, and where that changed.
 *
 * <p>In: steps over events, visits, leads and orders, a window, a period. Out: a finding. The engine filters and sorts,
 * one exact pass over its rows counts.
 */
@NullMarked
package dev.ukur.insights.funnel;

import org.jspecify.annotations.NullMarked;
