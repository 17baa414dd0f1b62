package dev.ukur.model;

import java.math.BigDecimal;
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
     * @param beside a second column whose text follows that of the first, such as the time of a day
     * @param type how its text is read
     * @param required whether the column must be there
     * @param form how the type is written
     */
    record Read(HeaderMatch from, Optional<HeaderMatch> beside, ValueType type, boolean required, Form form)
            implements ColumnValue {
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
     * @param unit {@code major}, {@code minor} or {@code micros} of money; {@code percent} or {@code fraction} of shares;
     *     {@code seconds}, {@code millis} or {@code micros} since 1970 of times
     * @param zone zone of times without one, from the column's name
     * @param negative whether money and counts may be below zero
     * @param planned whether days may lie in the future
     * @param masked whether a text such as {@code <5} means that the number is not told
     * @param sentinels numbers that stand for another one, which is only a limit
     * @param words source word to canonical word, compared like headers
     * @param patterns found in the source word, to canonical word, tried in order after the words
     */
    record Form(
            Optional<String> unit,
            Optional<String> zone,
            boolean negative,
            boolean planned,
            boolean masked,
            Map<BigDecimal, Sentinel> sentinels,
            Map<String, String> words,
            Map<Pattern, String> patterns) {

        public Form {
            sentinels = Map.copyOf(sentinels);
            words = Map.copyOf(words);
            patterns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(patterns));
        }
    }

    /**
     * What a sentinel stands for.
     *
     * @param value the limit
     * @param below whether the true number lies below it, else above
     */
    record Sentinel(BigDecimal value, boolean below) {}
}
