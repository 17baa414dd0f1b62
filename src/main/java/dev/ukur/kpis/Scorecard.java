package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All KPIs at a date. Numbers are per period of the KPI's cadence, in the metric's unit; empty means it cannot be said,
 * and {@code warnings} says why.
 *
 * @param asOf the day the scorecard speaks of
 * @param kpis one line a goal, most urgent first: by status, then the smallest chance
 * @param warnings what the reader must know
 */
public record Scorecard(LocalDate asOf, List<Line> kpis, List<Problem> warnings) {

    public Scorecard {
        kpis = List.copyOf(kpis);
        warnings = List.copyOf(warnings);
    }

    /** The same, with more that the reader must know. */
    public Scorecard warned(List<Problem> more) {
        return more.isEmpty()
                ? this
                : new Scorecard(
                        asOf,
                        kpis,
                        Stream.concat(warnings.stream(), more.stream()).toList());
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
     * @param gap now minus target, in the metric's unit; what came so far minus the target where that is a sum
     * @param status verdict
     * @param chance probability that the target is reached by its due date, 0..1
     * @param forecast of the period that holds the due date
     * @param trend complete periods, oldest first, at most 15
     * @param drivers factors with their change since the previous period, largest first
     * @param freshUntil last day for which all sources of the metric have data
     * @param provisional whether the last complete period may still be restated by a source; it is not compared then
     * @param context what the numbers are read beside
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
            boolean provisional,
            Context context) {

        public Line {
            trend = List.copyOf(trend);
            drivers = List.copyOf(drivers);
        }

        /** The target of a single period; empty where it is the sum of several. */
        public Optional<Double> periodTarget() {
            return targetValue.filter(level -> context.sum().isEmpty());
        }

        /** The forecast of a single period; empty where it is the sum of several. */
        public Optional<Interval> periodForecast() {
            return forecast.filter(said -> context.sum().isEmpty());
        }
    }

    /**
     * What a KPI's numbers are read beside.
     *
     * @param pace of the way to the target; empty when there is no target or the metric does not add up
     * @param sum what a target that is the sum of several periods came to so far
     * @param path what the last complete period should have been on the way from baseline to target
     * @param bands further levels of the target, with their chances
     * @param guardrails metrics that must not worsen
     * @param yearAgo the last complete period beside the year before
     * @param arriving what of the last complete period has not arrived yet
     * @param noise how far the last change may go and still be chance, where the metric has no interval of its own
     */
    public record Context(
            Optional<Pace> pace,
            Optional<Sum> sum,
            Optional<Double> path,
            List<Band> bands,
            List<Guard> guardrails,
            Optional<YearAgo> yearAgo,
            Optional<Arriving> arriving,
            Optional<Double> noise) {

        public Context {
            bands = List.copyOf(bands);
            guardrails = List.copyOf(guardrails);
        }

        /** Nothing beside. */
        public static Context none() {
            return new Context(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * How fast a KPI must go, for metrics of which a period is the sum of its days.
     *
     * @param period that the target speaks of
     * @param until the last day known
     * @param soFar what came in the period until then; 0 before it begins
     * @param onPath what would have come by then on the way to the target, as weekdays, season and holidays shape it
     * @param daysLeft days of the period still to come
     * @param neededPerDay on each of them, to reach the target; 0 or less when it is reached
     * @param comingPerDay on each of them, if nothing changes; empty when that cannot be said
     * @param needs of a target that is a sum: what each period still to come must bring along the shaped path
     */
    public record Pace(
            Period period,
            LocalDate until,
            double soFar,
            double onPath,
            long daysLeft,
            double neededPerDay,
            Optional<Double> comingPerDay,
            List<Need> needs) {

        public Pace {
            needs = List.copyOf(needs);
        }

        /** Whether the period has begun. */
        public boolean begun() {
            return !until.isBefore(period.first());
        }
    }

    /** What a period, or what is left of one, must bring. */
    public record Need(Period period, double value) {}

    /**
     * How far a target is that is the sum of several periods.
     *
     * @param span the whole year, quarter, month or week
     * @param until the last day known for good; before the first when it has not begun
     * @param soFar what came until then
     */
    public record Sum(Period span, LocalDate until, double soFar) {

        /** Whether all its days are known. */
        public boolean isWhole() {
            return !until.isBefore(span.last());
        }
    }

    /** Which level of a target. */
    public enum BandName {
        MINIMUM,
        STRETCH
    }

    /**
     * A further level of a target.
     *
     * @param level in the metric's unit
     * @param chance of reaching it, as the target's
     */
    public record Band(BandName name, double level, Optional<Double> chance) {}

    /** Whether a guardrail holds. */
    public enum GuardState {
        HOLDS,
        /** Worse, but no more than it changes from period to period anyway. */
        WITHIN_NOISE,
        BROKEN,
        UNKNOWN
    }

    /**
     * A metric that must not worsen.
     *
     * @param now in the KPI's last complete period
     * @param limit the level it must not pass: as written, else its own value in the baseline days
     */
    public record Guard(Metric metric, Value now, Optional<Double> limit, GuardState state) {}

    /**
     * The last complete period beside the year before. Changes are relative: 0.1 is a tenth more.
     *
     * @param calendar beside the same dates, or the same weekdays of days and weeks
     * @param aligned beside the days that lie as far from Idulfitri; empty when neither period meets its weeks
     * @param pause the days around Idulfitri on which nothing came, in the earlier or the later period; empty if there were
     *     fewer than three in a row
     */
    public record YearAgo(double calendar, Optional<Double> aligned, Optional<Period> pause) {}

    /**
     * A number of which a part is still to arrive, by the delays seen so far.
     *
     * @param arrived the share that is there, 0..1
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param whole what the number becomes when all has arrived
     */
    public record Arriving(double arrived, double low, double high, Value whole) {}

    /** A number with its 95 % interval, each empty where it cannot be said. */
    public record Value(Optional<Double> value, Optional<Double> low, Optional<Double> high) {

        /** What cannot be said. */
        public static Value unknown() {
            return new Value(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A forecast with its 80 % interval. */
    public record Interval(double value, double low, double high) {}

    /**
     * The value of one complete period.
     *
     * @param value empty where there are no data
     * @param provisional whether it may still change
     */
    public record Point(Period period, Optional<Double> value, boolean provisional) {

        /** A value that is final. */
        public Point(Period period, Optional<Double> value) {
            this(period, value, false);
        }
    }

    /**
     * A factor of the KPI.
     *
     * @param metric its definition
     * @param now in the KPI's last complete period
     * @param previous in the period before
     */
    public record Driver(Metric metric, Optional<Double> now, Optional<Double> previous) {}
}
