/**
 * What an occasion brought: its days against other days, a campaign against what would have been, a region or channel
 * against one that the occasion did not touch; and the same measured on days without any occasion, to see what chance does.
 */
@NullMarked
package dev.ukur.insights.impact;

import org.jspecify.annotations.NullMarked;
