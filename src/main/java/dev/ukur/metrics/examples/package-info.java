/** Executable definitions: worked examples of the catalogue, asked of an engine in the ordinary way. */
@NullMarked
package dev.ukur.metrics.examples;

import org.jspecify.annotations.NullMarked;
