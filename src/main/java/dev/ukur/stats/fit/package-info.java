/**
 * Finding the smallest value of a smooth function, and what a fit is when it was found.
 *
 * <p>In: a function of a few numbers and a start. Out: where it is smallest. The models of the other packages use it.
 */
@NullMarked
package dev.ukur.stats.fit;

import org.jspecify.annotations.NullMarked;
