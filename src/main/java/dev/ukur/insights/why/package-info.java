/**
 * Why a number moved: its change split exactly over its drivers and over the members of dimensions, chance told from
 * change, and a checklist of the usual causes.
 */
@NullMarked
package dev.ukur.insights.why;

import org.jspecify.annotations.NullMarked;
