/**
 * Bytes to rows of cells or trees: plain, gzip and zip; CSV in its encodings, XLSX, JSON and NDJSON.
 *
 * <p>In: a file on disk. Out: its content, streamed; nothing is typed or guessed here beyond what the container itself
 * says.
 */
@NullMarked
package dev.ukur.sources.read;

import org.jspecify.annotations.NullMarked;
