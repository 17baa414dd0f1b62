/**
 * Where the next Rupiah of advertising brings most: marginal returns by channel from the own weeks, and a division of the
 * same budget that makes them equal, as far as the data can tell.
 */
@NullMarked
package dev.ukur.insights.budget;

import org.jspecify.annotations.NullMarked;
