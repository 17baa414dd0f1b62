package dev.ukur.insights.why;

import dev.ukur.time.Period;

/**
 * The days asked about, and those they are compared with.
 *
 * @param before the earlier ones
 * @param after the later ones
 */
record Periods(Period before, Period after) {}
