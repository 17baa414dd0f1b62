/**
 * Goals measured: each with its one KPI, baseline, targets, gap, forecast and status; and the lint of goals.
 *
 * <p>In: goals of the workspace and answers of {@code metrics}. Out: a {@link dev.ukur.kpis.Scorecard} or problems.
 */
@NullMarked
package dev.ukur.kpis;

import org.jspecify.annotations.NullMarked;
