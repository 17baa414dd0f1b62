/**
 * What customers who buy without a contract will still buy: counts of repeat purchases, their value, and how many stay.
 *
 * <p>In: per customer the number of repeat purchases, the time of the last one and the time watched, all since the first
 * purchase and in one unit of time. Out: fitted models, or why the data determine none.
 */
@NullMarked
package dev.ukur.stats.customer;

import org.jspecify.annotations.NullMarked;
