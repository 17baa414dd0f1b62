/**
 * Days, periods, grains and cadences of a workspace, in its own time zone.
 *
 * <p>In: dates and a grain. Out: the periods they fall in. Holds no clock: the present is always handed in.
 * Every package may use this one; it uses none.
 */
@NullMarked
package dev.ukur.time;

import org.jspecify.annotations.NullMarked;
