/**
 * The simulator of an Indonesian online shop whose truth is known.
 *
 * <p>In: a seed, a size and a last day. Out: a workspace folder with raw exports in the platforms' own formats, and
 * {@code truth.json}, counted from the simulator's own list of happenings. A day's happenings go to every
 * {@link dev.ukur.twin.Witness}: the exports write them down, the truth counts them. Knows nothing of how Ukur reads.
 */
@NullMarked
package dev.ukur.twin;

import org.jspecify.annotations.NullMarked;
