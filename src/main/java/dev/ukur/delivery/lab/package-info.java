/**
 * The models of {@code stats} on plain CSV files: {@code ukur stats MODEL FILE}, for anyone who wants to check them.
 *
 * <p>In: a table with documented columns. Out: the answer as a tree of names and numbers, or a problem that names the
 * column and the rows. No workspace is opened.
 */
@NullMarked
package dev.ukur.delivery.lab;

import org.jspecify.annotations.NullMarked;
