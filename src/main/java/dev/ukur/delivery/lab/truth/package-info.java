/**
 * Published and independently computed values beside ours: {@code ukur stats check --truth DIR}.
 *
 * <p>In: a folder with {@code handover.json} (family / case, value, tolerance) and the data behind it. Out: one row a
 * case, with whether ours lies within the tolerance.
 */
@NullMarked
package dev.ukur.delivery.lab.truth;

import org.jspecify.annotations.NullMarked;
