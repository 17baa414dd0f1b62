package dev.ukur.metrics;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for numbers.
 *
 * @param metrics names or aliases, in the order wanted
 * @param by dimensions to break down by, in order
 * @param grain how time is cut; {@code TOTAL} for one number
 * @param period the days asked for; all days with data when empty
 * @param where filter in the formula language, for example {@code channel = 'Email' and device <> 'desktop'}
 * @param asOf the moment whose state of knowledge is asked for; now when empty
 * @param display how the numbers are set beside each other
 */
public record MetricQuery(
        List<String> metrics,
        List<String> by,
        Grain grain,
        Optional<Period> period,
        Optional<String> where,
        Optional<Instant> asOf,
        Display display) {

    public MetricQuery {
        metrics = List.copyOf(metrics);
        by = List.copyOf(by);
    }

    /** A question for the numbers alone. */
    public MetricQuery(
            List<String> metrics,
            List<String> by,
            Grain grain,
            Optional<Period> period,
            Optional<String> where,
            Optional<Instant> asOf) {
        this(metrics, by, grain, period, where, asOf, Display.PLAIN);
    }

    /** One metric over a period, as one number. */
    public static MetricQuery total(String metric, Period period) {
        return new MetricQuery(
                List.of(metric), List.of(), Grain.TOTAL, Optional.of(period), Optional.empty(), Optional.empty());
    }

    /** One metric over a period, cut by a grain. */
    public static MetricQuery series(String metric, Grain grain, Period period) {
        return new MetricQuery(
                List.of(metric), List.of(), grain, Optional.of(period), Optional.empty(), Optional.empty());
    }

    /** This question with a filter. */
    public MetricQuery where(Optional<String> filter) {
        return new MetricQuery(metrics, by, grain, period, filter, asOf, display);
    }

    /** This question as of a past moment. */
    public MetricQuery asOf(Optional<Instant> moment) {
        return new MetricQuery(metrics, by, grain, period, where, moment, display);
    }

    /** This question over other days. */
    public MetricQuery within(Optional<Period> days) {
        return new MetricQuery(metrics, by, grain, days, where, asOf, display);
    }

    /** This question cut by other dimensions and another grain. */
    public MetricQuery by(List<String> dimensions, Grain cut) {
        return new MetricQuery(metrics, dimensions, cut, period, where, asOf, display);
    }

    /** This question set out another way. */
    public MetricQuery display(Display other) {
        return new MetricQuery(metrics, by, grain, period, where, asOf, other);
    }
}
