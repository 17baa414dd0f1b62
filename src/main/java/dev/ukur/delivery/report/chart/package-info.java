/**
 * Small charts as inline SVG, drawn on the server: the line towards a target, the trend, the bar of a driver.
 *
 * <p>In: numbers, texts that are already written in a language, a width. Out: SVG without script and without style
 * attributes; its colours come from the page's style sheet by class. The finding is the accessible name.
 */
@NullMarked
package dev.ukur.delivery.report.chart;

import org.jspecify.annotations.NullMarked;
