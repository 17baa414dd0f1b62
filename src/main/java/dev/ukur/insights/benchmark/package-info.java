/**
 * Whether a number is high or low: against the team's own history, and against numbers that others published.
 */
@NullMarked
package dev.ukur.insights.benchmark;

import org.jspecify.annotations.NullMarked;
