package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All KPIs at a date. Numbers are per period of the KPI's cadence, in the metric's unit; empty means it cannot be said,
 * and {@code warnings} says why.
 *
 * @param asOf the day the scorecard speaks of
 * @param kpis one line a goal, most urgent first
 * @param warnings what the reader must know
 */
public record Scorecard(LocalDate asOf, List<Line> kpis, List<Problem> warnings) {

    public Scorecard {
        kpis = List.copyOf(kpis);
        warnings = List.copyOf(warnings);
    }

    /** Where a KPI stands against its next target. */
    public enum Status {
        ON_TRACK,
        AT_RISK,
        OFF_TRACK,
        NO_VERDICT
    }

    /**
     * One KPI.
     *
     * @param goal the goal it measures
     * @param metric the metric's definition
     * @param period the last complete period of the cadence
     * @param now value of that period, with interval where the metric has one
     * @param previous value of the complete period before
     * @param baseline value of the baseline period, per period of the cadence
     * @param target the next target not yet due, else the last one
     * @param targetValue the target as a level
     * @param gap now minus target, in the metric's unit
     * @param status verdict
     * @param chance probability that the target is reached by its due date, 0..1
     * @param forecast of the period that holds the due date
     * @param trend complete periods, oldest first, at most 15
     * @param drivers factors with their change since the previous period, largest first
     * @param freshUntil last day for which all sources of the metric have data
     * @param provisional whether the last complete period may still be restated by a source
     */
    public record Line(
            Goal goal,
            Metric metric,
            Optional<Period> period,
            Value now,
            Value previous,
            Value baseline,
            Optional<Target> target,
            Optional<Double> targetValue,
            Optional<Double> gap,
            Status status,
            Optional<Double> chance,
            Optional<Interval> forecast,
            List<Point> trend,
            List<Driver> drivers,
            Optional<LocalDate> freshUntil,
            boolean provisional) {

        public Line {
            trend = List.copyOf(trend);
            drivers = List.copyOf(drivers);
        }
    }

    /** A number with its 95 % interval, each empty where it cannot be said. */
    public record Value(Optional<Double> value, Optional<Double> low, Optional<Double> high) {

        /** What cannot be said. */
        public static Value unknown() {
            return new Value(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A forecast with its 80 % interval. */
    public record Interval(double value, double low, double high) {}

    /** The value of one complete period; empty where there are no data. */
    public record Point(Period period, Optional<Double> value) {}

    /**
     * A factor of the KPI.
     *
     * @param metric its definition
     * @param now in the KPI's last complete period
     * @param previous in the period before
     */
    public record Driver(Metric metric, Optional<Double> now, Optional<Double> previous) {}
}
