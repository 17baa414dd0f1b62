package dev.ukur.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a column's value comes from: read from the source, or derived from other columns of the row. */
public sealed interface ColumnValue {

    /** Calls the case that applies. */
    <R> R match(Cases<R> cases);

    /** The cases. */
    interface Cases<R> {
        R read(Read read);

        R derived(Derived derived);
    }

    /**
     * Read from a source column.
     *
     * @param from its names; JSON pointers for records
     * @param type how its text is read
     * @param required whether the column must be there
     * @param form how the type is written
     */
    record Read(HeaderMatch from, ValueType type, boolean required, Form form) implements ColumnValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.read(this);
        }
    }

    /** Derived from other columns. */
    record Derived(Expression expression) implements ColumnValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.derived(this);
        }
    }

    /**
     * How a type is written; each type looks at its own parts.
     *
     * @param unit {@code major}, {@code minor} or {@code micros} of money; {@code percent} or {@code fraction} of shares
     * @param zone zone of times without one, from the column's name
     * @param negative whether money and counts may be below zero
     * @param planned whether days may lie in the future
     * @param words source word to canonical word, compared like headers
     * @param patterns found in the source word, to canonical word, tried in order after the words
     */
    record Form(
            Optional<String> unit,
            Optional<String> zone,
            boolean negative,
            boolean planned,
            Map<String, String> words,
            Map<Pattern, String> patterns) {

        public Form {
            words = Map.copyOf(words);
            patterns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(patterns));
        }
    }
}
