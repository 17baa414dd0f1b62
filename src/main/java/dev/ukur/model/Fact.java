package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What measures aggregate: rows of one select over canonical tables, at one grain. The select may also read other facts,
 * and {@code spine} (columns {@code bucket}, which tells a period from the others, {@code first_day}, {@code last_day}): the
 * periods of the answer, one row each, for facts that are a state at the ends of a period.
 *
 * @param name of the fact
 * @param sql the select, written against the plain names of canonical tables
 * @param needs canonical tables that must hold data, the one whose rows are told first
 * @param timeStart column with the first day a row counts for
 * @param timeEnd column with the last day; equal to the first for day-grain rows
 * @param moment column with the moment in UTC at which a row happened, by which it can be told by hour; empty where rows
 *     know only their day
 * @param cluster column with whom or what a row belongs to, where rows of one are not independent of each other: the
 *     visitor of a visit
 * @param reports how rows name the report they come from, where several reports cut the same whole
 * @param dimensions dimension name to the column that holds it
 * @param money columns in the currency of the row's column {@code currency}
 * @param costs those of them that are costs somebody books: a member that none of the rows names did not come free, its
 *     cost is not known
 * @param covers further day columns of the first needed table that show until when it speaks
 * @param conversion what the rows are when they tell who came to do a thing in time; the select is then made from it
 * @param at where it is defined
 */
public record Fact(
        String name,
        String sql,
        List<String> needs,
        String timeStart,
        String timeEnd,
        Optional<String> moment,
        Optional<String> cluster,
        Optional<Reports> reports,
        Map<String, String> dimensions,
        List<String> money,
        List<String> costs,
        List<String> covers,
        Optional<Conversion> conversion,
        Location at) {

    public Fact {
        needs = List.copyOf(needs);
        dimensions = Map.copyOf(dimensions);
        money = List.copyOf(money);
        costs = List.copyOf(costs);
        covers = List.copyOf(covers);
    }

    /** Of the name alone, which tells it from others: the hash of a record of records is dear in a program just started. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * Reports that cut the same whole; never summed together.
     *
     * @param column names, comma-joined, the columns a row's report cuts by; empty text for totals
     * @param constant columns that every report has
     * @param only the one report that counts, where the choice is not left to the question
     */
    public record Reports(String column, List<String> constant, Optional<String> only) {

        public Reports {
            constant = List.copyOf(constant);
        }
    }

    /** The table whose rows the fact tells. */
    public String table() {
        return needs.get(0);
    }
}
