package dev.ukur.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula as a tree. The same language serves metric formulas (names are measures and metrics), measure expressions
 * and filters (names are columns of a fact) and filters of questions (names are dimensions).
 */
sealed interface Formula {

    /** A decimal number as written. */
    record Num(BigDecimal value) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.num(this);
        }
    }

    /** A text in single quotes. */
    record Text(String value) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.truth(this);
        }
    }

    /** {@code null}: not known. */
    record Nothing() implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing();
        }
    }

    /** A name, with its 1-based position in the formula. */
    record Name(String value, int position) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.name(this);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return by.apply(this);
        }

        @Override
        public List<Name> names() {
            return List.of(this);
        }
    }

    /** A number with its sign turned. */
    record Negative(Formula of) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negative(this);
        }

        @Override
        public List<Formula> parts() {
            return List.of(of);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new Negative(of.replace(by));
        }
    }

    /** A condition turned round. */
    record Not(Formula of) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }

        @Override
        public List<Formula> parts() {
            return List.of(of);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new Not(of.replace(by));
        }
    }

    /** Two sides and what joins them. */
    record Binary(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.binary(this);
        }

        @Override
        public List<Formula> parts() {
            return List.of(left, right);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new Binary(operator, left.replace(by), right.replace(by));
        }
    }

    /** Whether a value is (not) one of a list. */
    record In(Formula value, List<Formula> options, boolean negated) implements Formula {
        public In {
            options = List.copyOf(options);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.in(this);
        }

        @Override
        public List<Formula> parts() {
            return join(value, options);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new In(value.replace(by), replaceAll(options, by), negated);
        }

        private static List<Formula> join(Formula first, List<Formula> rest) {
            List<Formula> all = new ArrayList<>();
            all.add(first);
            all.addAll(rest);
            return all;
        }
    }

    /** Whether a value is (not) unknown. */
    record IsNull(Formula value, boolean negated) implements Formula {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.isNull(this);
        }

        @Override
        public List<Formula> parts() {
            return List.of(value);
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new IsNull(value.replace(by), negated);
        }
    }

    /** A function of the language. */
    record Call(Function function, List<Formula> arguments) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }

        @Override
        public List<Formula> parts() {
            return arguments;
        }

        @Override
        public Formula replace(java.util.function.Function<Name, Formula> by) {
            return new Call(function, replaceAll(arguments, by));
        }
    }

    /** The functions of the language, kept few. */
    enum Function {
        /** The first known value. */
        COALESCE(1, 8),
        /** The size of a number. */
        ABS(1, 1),
        /** {@code if(condition, then, else)}. */
        IF(3, 3),
        /** A text in lower case. */
        LOWER(1, 1);

        private final int fewest;
        private final int most;

        Function(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }

        boolean takes(int arguments) {
            return arguments >= fewest && arguments <= most;
        }
    }

    /** One answer for each kind of node; a kind that is forgotten does not compile. */
    interface Cases<R> {
        R num(Num num);

        R text(Text text);

        R truth(Truth truth);

        R nothing();

        R name(Name name);

        R negative(Negative negative);

        R not(Not not);

        R binary(Binary binary);

        R in(In in);

        R isNull(IsNull test);

        R call(Call call);
    }

    /** Answers by kind of node. */
    <R> R match(Cases<R> cases);

    /** The nodes directly below this one. */
    default List<Formula> parts() {
        return List.of();
    }

    /** All names below, in order of appearance, repeated ones too. */
    default List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (Formula part : parts()) {
            names.addAll(part.names());
        }
        return names;
    }

    /** This formula with each name replaced by another formula. */
    default Formula replace(java.util.function.Function<Name, Formula> by) {
        return this;
    }

    /** All formulas of a list with names replaced. */
    static List<Formula> replaceAll(List<Formula> formulas, java.util.function.Function<Name, Formula> by) {
        return formulas.stream().map(formula -> formula.replace(by)).toList();
    }
}
