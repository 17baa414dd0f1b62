/**
 * Which channels brought conversions: several ways to divide them side by side, how far each can be trusted, and how far
 * all agree.
 *
 * <p>In: a kind of conversion, a look-back, a period. Out: a finding whose credits sum to the conversions exactly.
 */
@NullMarked
package dev.ukur.insights.attribution;

import org.jspecify.annotations.NullMarked;
