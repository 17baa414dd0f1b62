/**
 * One group against another, as they are and standardised: compared within each stratum, so that a difference of their make-up
 * is not taken for a difference of theirs.
 */
@NullMarked
package dev.ukur.insights.contrast;

import org.jspecify.annotations.NullMarked;
