/**
 * Foreign files to canonical rows: find the profile, read, type, map, check, quarantine, load.
 *
 * <p>In: files as the platforms export them, and source profiles. Out: rows in the store and an
 * {@link dev.ukur.sources.ImportReport}. What cannot be read rightly is refused with its reason.
 */
@NullMarked
package dev.ukur.sources;

import org.jspecify.annotations.NullMarked;
