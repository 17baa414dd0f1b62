/**
 * What is wrong with input: code, severity, place and facts, never a sentence.
 *
 * <p>In: anything that reads foreign input reports here. Out: problems, gathered and told once, in a person's language,
 * by {@code i18n}. Every package may use this one; it uses none.
 */
@NullMarked
package dev.ukur.problem;

import org.jspecify.annotations.NullMarked;
