package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate over a fact. A measure may name several facts in order of preference: the first one with data in the
 * workspace, and with the dimensions asked for, serves it (visits from own events, else from a web analytics report).
 *
 * @param name the name formulas use
 * @param label short name
 * @param unit what it counts
 * @param window how much time one value covers: empty for the period asked, {@code 12 months} for the twelve months
 *     that end with the period, {@code year to date}, {@code all} for everything up to its end
 * @param offsets how far before the period it is taken, one step after the other: {@code 1 month}, {@code previous
 *     period}
 * @param sources one aggregate a fact, preferred first
 * @param at where it is defined
 */
public record Measure(
        String name,
        Label label,
        MetricUnit unit,
        Optional<String> window,
        List<String> offsets,
        List<From> sources,
        Location at) {

    public Measure {
        offsets = List.copyOf(offsets);
        sources = List.copyOf(sources);
    }

    /** Of the name alone, which tells it from others: the hash of a record of records is dear in a program just started. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * An aggregate over one fact.
     *
     * @param fact name of the fact
     * @param aggregate {@code count}, {@code count_distinct}, {@code sum}, {@code min}, {@code max}, {@code average},
     *     {@code percentile} or {@code single} (a number that cannot be added up, such as distinct visitors of a report:
     *     known only where one row is the whole answer)
     * @param share which percentile, 0..1 as written; empty for other aggregates
     * @param expression what is aggregated, in the formula language over the fact's columns; {@code *} for count
     * @param filter which rows count, in the formula language
     * @param arrives column with the day from which on a row counts, where that may be long after its own day: an enquiry
     *     that became a customer
     */
    public record From(
            String fact,
            String aggregate,
            Optional<String> share,
            String expression,
            Optional<String> filter,
            Optional<String> arrives) {

        /** Of rows that count from their own day on. */
        public From(String fact, String aggregate, Optional<String> share, String expression, Optional<String> filter) {
            this(fact, aggregate, share, expression, filter, Optional.empty());
        }

        /** Whether what some rows give and what others give add up to what all give. */
        public boolean addsUp() {
            return aggregate.equals("count") || aggregate.equals("sum");
        }
    }
}
