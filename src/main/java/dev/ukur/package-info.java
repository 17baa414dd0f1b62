/**
 * Ukur: a marketing team's raw data to the few KPIs it has chosen. {@link dev.ukur.Ukur} is the front door.
 */
@NullMarked
package dev.ukur;

import org.jspecify.annotations.NullMarked;
