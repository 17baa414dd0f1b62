/**
 * The analyses: each takes a question and gives a {@link dev.ukur.insights.Finding}, from facts that are told the same way
 * in a terminal, as JSON and on a page.
 *
 * <p>In: an {@link dev.ukur.insights.Analysis} and a {@link dev.ukur.insights.Desk} of all that it may ask. Out: the
 * answer in one sentence, evidence, interval, caveats, provenance. One package below for each subject.
 */
@NullMarked
package dev.ukur.insights;

import org.jspecify.annotations.NullMarked;
