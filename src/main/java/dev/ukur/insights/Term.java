package dev.ukur.insights;

import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a sentence or a table, before it is written in a language. */
public sealed interface Term {

    /** What cannot be said; never 0. */
    Term UNKNOWN = new Unknown();

    /** A number in its unit. */
    record Amount(double value, MetricUnit unit) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount(this);
        }
    }

    /** A difference, told with its sign; of shares in percentage points. */
    record Change(double value, MetricUnit unit) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.change(this);
        }
    }

    /** A relative change, told with its sign in percent: 0.08 is +8 %. */
    record Growth(double value) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.growth(this);
        }
    }

    /**
     * A number between the ends of its interval, 95 % unless the sentence says otherwise.
     *
     * @param of an amount, or a difference, which is told as a {@link Change} is
     */
    record Between(double value, double low, double high, MetricUnit unit, Of of) implements Term {

        /** What lies between the ends. */
        public enum Of {
            AMOUNT,
            DIFFERENCE
        }

        /** An amount. */
        public Between(double value, double low, double high, MetricUnit unit) {
            this(value, low, high, unit, Of.AMOUNT);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.between(this);
        }
    }

    /**
     * Something with a name of its own in both languages.
     *
     * @param name for scripts
     * @param label for people
     */
    record Name(String name, Label label) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.name(this);
        }
    }

    /**
     * A word that has a form for people: scripts get its name.
     *
     * @param name for scripts
     * @param said for people
     */
    record Word(String name, Sentence said) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.word(this);
        }
    }

    /** A text as the data have it, such as the member of a dimension. */
    record Text(String text) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** A run of days. */
    record Days(Period period) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.days(this);
        }
    }

    /** Words that depend on facts: a sentence, or a part of one. */
    record Phrase(Sentence sentence) implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.phrase(this);
        }
    }

    /** Nothing is known. */
    record Unknown() implements Term {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown();
        }
    }

    /** One answer for each kind of term; a kind that is forgotten does not compile. */
    interface Cases<R> {
        R amount(Amount amount);

        R change(Change change);

        R growth(Growth growth);

        R between(Between between);

        R name(Name name);

        R word(Word word);

        R text(Text text);

        R days(Days days);

        R phrase(Phrase phrase);

        R unknown();
    }

    /** Answers by kind of term. */
    <R> R match(Cases<R> cases);

    /** A number in its unit, or unknown. */
    static Term amount(Optional<Double> value, MetricUnit unit) {
        return value.<Term>map(known -> new Amount(known, unit)).orElse(UNKNOWN);
    }

    /** A number of things. */
    static Term count(double value) {
        return new Amount(value, MetricUnit.COUNT);
    }

    /** A share, 0..1. */
    static Term share(double value) {
        return new Amount(value, MetricUnit.SHARE);
    }

    /** A plain ratio, such as an index or a p-value. */
    static Term ratio(double value) {
        return new Amount(value, MetricUnit.RATIO);
    }

    /** A difference between the ends of its interval. */
    static Between difference(double value, Interval ends, MetricUnit unit) {
        return new Between(value, ends.low(), ends.high(), unit, Between.Of.DIFFERENCE);
    }

    /** A metric by its label. */
    static Term of(Metric metric) {
        return new Name(metric.name(), metric.label());
    }

    /** A text of the data; unknown when there is none. */
    static Term text(Optional<String> text) {
        return text.<Term>map(Text::new).orElse(UNKNOWN);
    }

    /** The member of a dimension; rows may have none. */
    static Term member(@Nullable Object member) {
        return member == null ? words("no-member") : new Text(member.toString());
    }

    /** One day. */
    static Term day(LocalDate day) {
        return new Days(new Period(day, day));
    }

    /** A run of days. */
    static Term days(Period period) {
        return new Days(period);
    }

    /** Words without facts. */
    static Term words(String code) {
        return new Phrase(Sentence.of(code));
    }
}
