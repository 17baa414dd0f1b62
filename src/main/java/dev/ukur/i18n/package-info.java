/**
 * Indonesian and English: sentences by key, and how numbers, money, shares, days and periods are written.
 *
 * <p>In: keys, facts and values. Out: text for people. Texts stand in {@code i18n/<language>/<stage>.properties}; the way
 * of writing is our own and does not change with the JDK. Knows problems and time, nothing of metrics.
 */
@NullMarked
package dev.ukur.i18n;

import org.jspecify.annotations.NullMarked;
