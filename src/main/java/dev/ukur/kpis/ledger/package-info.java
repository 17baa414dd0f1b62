/**
 * What was said and promised, never edited: targets, forecasts, outcomes, reviews and decisions, one line each, chained by
 * hash. In: a scorecard, a decision. Out: the lines, what was tampered with, and how right the forecasts and decisions
 * were, from the lines alone. Called by the front door.
 */
@NullMarked
package dev.ukur.kpis.ledger;

import org.jspecify.annotations.NullMarked;
