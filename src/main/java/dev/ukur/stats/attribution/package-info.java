/**
 * Which of the channels a customer met gets the credit for what he did in the end.
 *
 * <p>In: paths of channels with how often they ended in a conversion and how often in nothing. Out: credits that sum to
 * the conversions and their value, for each of several models.
 */
@NullMarked
package dev.ukur.stats.attribution;

import org.jspecify.annotations.NullMarked;
