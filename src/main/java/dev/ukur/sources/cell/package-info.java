/**
 * The text of a cell to a number, day, instant or share, by evidence and never by guess.
 *
 * <p>In: cell texts and what the profile declares. Out: values, or a stable reject reason.
 */
@NullMarked
package dev.ukur.sources.cell;

import org.jspecify.annotations.NullMarked;
