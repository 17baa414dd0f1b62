/**
 * Answers for a terminal: aligned tables, short pages, comma-separated values.
 *
 * <p>In: results of the front door and the texts of a language. Out: text; colour only where an {@code Ink} gives it.
 * {@link dev.ukur.delivery.report.text.TextReports} is the door.
 */
@NullMarked
package dev.ukur.delivery.report.text;

import org.jspecify.annotations.NullMarked;
