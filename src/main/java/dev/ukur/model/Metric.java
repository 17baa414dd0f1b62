package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * A metric: a formula over measures and other metrics, with all a person needs to read its number.
 *
 * @param name code name: the key in the catalogue, the column in answers
 * @param label short name
 * @param description what it says and how to read it, in plain words
 * @param aliases other names it goes by, in any language
 * @param formula in the formula language, for example {@code purchases / visits}
 * @param inputs names in the formula that stand for a metric filtered, earlier or over another length of time
 * @param dimensions by which it may be broken down or filtered; empty for all that its rows carry
 * @param unit what the number counts
 * @param direction which way is better
 * @param role whether it may be a KPI
 * @param interval how its uncertainty is computed: {@code wilson} (formula must be count / count), {@code
 *     delta} (formula must be one sum or count over another of the same rows, or one average), {@code cluster} (as these,
 *     where several rows belong to one visitor), {@code ranks} (one percentile), {@code per_event} (a given amount over a
 *     count), {@code random_sum} (a sum over rows over something given), {@code growth} (of a count over an earlier one), {@code
 *     hidden}, {@code censored} or {@code confidence} (between its bounds), or none
 * @param noInterval why there is none, where one would expect it
 * @param bounds its ends, where they have formulas of their own
 * @param emptyCase what it means when there is no value
 * @param definedBy where the definition comes from
 * @param at where it is defined
 */
public record Metric(
        String name,
        Label label,
        Label description,
        List<String> aliases,
        String formula,
        List<MetricInput> inputs,
        List<String> dimensions,
        MetricUnit unit,
        Direction direction,
        Role role,
        Optional<String> interval,
        Optional<Label> noInterval,
        Optional<Bounds> bounds,
        Label emptyCase,
        String definedBy,
        Location at) {

    public Metric {
        aliases = List.copyOf(aliases);
        inputs = List.copyOf(inputs);
        dimensions = List.copyOf(dimensions);
    }

    /** Of the name alone, which tells it from others: the hash of a record of records is dear in a program just started. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
