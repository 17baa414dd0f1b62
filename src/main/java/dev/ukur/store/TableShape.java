package dev.ukur.store;

import java.util.List;
import java.util.Map;

/**
 * A canonical table as the store has it.
 *
 * @param name of the table
 * @param columns every column but the system ones a load fills in by itself (load, line, hash, superseding), with its
 *     type, in order; {@code account}, {@code period_start}, {@code period_end} and {@code extra} are among them
 * @param key the columns that make a row the same row in a later load
 * @param required columns that may not be null
 */
public record TableShape(String name, Map<String, ColumnType> columns, List<String> key, List<String> required) {

    /** The kinds of value a column holds. */
    public enum ColumnType {
        /** {@code String}. */
        TEXT,
        /** {@code Long}. */
        COUNT,
        /** {@code BigDecimal}: money or a fractional count. */
        DECIMAL,
        /** {@code Double}. */
        NUMBER,
        /** {@code Boolean}. */
        FLAG,
        /** {@code LocalDate}. */
        DAY,
        /** {@code Instant}, UTC. */
        INSTANT
    }

    public TableShape {
        columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
        key = List.copyOf(key);
        required = List.copyOf(required);
    }
}
