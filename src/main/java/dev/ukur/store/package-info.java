/**
 * The canonical tables of a workspace: loads that supersede, views as of a past load, and the one query port.
 *
 * <p>In: rows of canonical tables, in loads. Out: query results through {@link dev.ukur.store.QueryEngine}.
 * The only package that sees JDBC.
 */
@NullMarked
package dev.ukur.store;

import org.jspecify.annotations.NullMarked;
