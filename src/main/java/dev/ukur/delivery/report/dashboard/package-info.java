/**
 * The pages of the dashboard, in words and drawings; templates only place them, and the server only routes to them.
 *
 * <p>In: the front door, a question read from an address, texts of one language. Out: a whole page.
 */
@NullMarked
package dev.ukur.delivery.report.dashboard;

import org.jspecify.annotations.NullMarked;
