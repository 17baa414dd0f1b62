package dev.ukur.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A small value computed from other columns of the same row. An unknown part makes the whole unknown. */
public sealed interface Expression {

    /** Calls the case that applies. */
    <R> R match(Cases<R> cases);

    /** The cases. */
    interface Cases<R> {
        R constant(Constant constant);

        R column(Column column);

        R coalesce(Coalesce coalesce);

        R concat(Concat concat);

        R arithmetic(Arithmetic arithmetic);

        R regex(Regex regex);

        R lookup(Lookup lookup);

        R dayOf(DayOf dayOf);

        R hash(Hash hash);

        R dayAfter(DayAfter dayAfter);
    }

    /** A fixed text. */
    record Constant(String text) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A column of the same row, or a field of the file such as {@code $line} or {@code $period_start}. */
    record Column(String name) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.column(this);
        }
    }

    /** The first part that is known. */
    record Coalesce(List<Expression> parts) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.coalesce(this);
        }
    }

    /** The texts of all parts, one after the other. */
    record Concat(List<Expression> parts) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.concat(this);
        }
    }

    /** The parts combined from left to right; division by zero is unknown. */
    record Arithmetic(Operator operator, List<Expression> parts) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.arithmetic(this);
        }
    }

    /** What {@link Arithmetic} does. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }

    /** The first group of a pattern found in a text, unknown when it is not found. */
    record Regex(Expression of, Pattern find) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.regex(this);
        }
    }

    /** A word exchanged for another. */
    record Lookup(Expression of, Map<String, String> words, Optional<String> otherwise) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.lookup(this);
        }
    }

    /** The day of an instant in the workspace's zone. */
    record DayOf(Expression of) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dayOf(this);
        }
    }

    /** A fingerprint of all parts; unknown parts are part of it. */
    record Hash(List<Expression> parts) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hash(this);
        }
    }

    /**
     * A day so many days after another.
     *
     * @param day the day counted from
     * @param days how many days later
     */
    record DayAfter(Expression day, Expression days) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dayAfter(this);
        }
    }
}
