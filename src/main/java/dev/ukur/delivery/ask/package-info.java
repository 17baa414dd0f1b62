/**
 * Questions as people write them: in the options of a command, in the address of a page, in a call of the API. One place
 * reads them, so that the same words mean the same question everywhere.
 *
 * <p>In: named texts. Out: a {@link dev.ukur.metrics.MetricQuery}. What cannot be read is a problem that names the option.
 */
@NullMarked
package dev.ukur.delivery.ask;

import org.jspecify.annotations.NullMarked;
