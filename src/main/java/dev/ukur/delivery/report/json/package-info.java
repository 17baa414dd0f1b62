/**
 * Answers as JSON, in the documented shapes: names in a fixed order, days in ISO form, shares 0..1, unknown is null.
 *
 * <p>In: results of the front door. Out: one line of JSON. {@link dev.ukur.delivery.report.json.JsonReports} is the door.
 */
@NullMarked
package dev.ukur.delivery.report.json;

import org.jspecify.annotations.NullMarked;
