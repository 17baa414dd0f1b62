/**
 * Answers as a person reads them: what is shared by terminal and page, and the self-contained scorecard page.
 *
 * <p>In: results of the front door and the texts of a language. Out: strings, never numbers computed anew: rounding for
 * display is all that happens here. Sub-packages: {@code json}, {@code text}, {@code chart}.
 */
@NullMarked
package dev.ukur.delivery.report;

import org.jspecify.annotations.NullMarked;
