/**
 * What a workspace says: settings, source profiles, measures, metrics, goals and occasions, as immutable values.
 *
 * <p>In: built by {@code workspace} from YAML. Out: read by every stage. No input or output happens here.
 */
@NullMarked
package dev.ukur.model;

import org.jspecify.annotations.NullMarked;
