package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Normal;
import dev.ukur.stats.SeasonalNaive;
import dev.ukur.time.Grain;
import java.util.List;
import java.util.Optional;

/**
 * What comes if nothing changes: {@link SeasonalNaive} on the metric's {@link Scale}. The season is a year (12 months, 52
 * weeks, 4 quarters) or, for days, a week, once two whole seasons are known; before that the naive forecast, whose
 * interval widens with the square root of the distance. The value given is the median.
 */
final class Forecast {

    /** With fewer periods the spread of the errors is a guess. */
    static final int LEAST_PERIODS = 8;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private final Scale scale;
    private final SeasonalNaive model;
    private final Limits limits;

    private Forecast(Scale scale, SeasonalNaive model, Limits limits) {
        this.scale = scale;
        this.model = model;
        this.limits = limits;
    }

    /**
     * Fits to complete periods without gaps.
     *
     * @param values at least {@link #LEAST_PERIODS}, oldest first
     * @return empty when the values never changed from one season to the next, so that there is no error to learn from
     */
    static Optional<Forecast> fit(List<Double> values, Grain grain, MetricUnit unit) {
        if (values.size() < LEAST_PERIODS) {
            throw new IllegalArgumentException("a forecast needs " + LEAST_PERIODS + " periods, not " + values.size());
        }
        Scale scale = Scale.fitting(unit, values);
        double[] scaled = values.stream().mapToDouble(scale::of).toArray();
        SeasonalNaive model = SeasonalNaive.fit(scaled, period(values.size(), grain));
        return model.residualSd() > 0
                ? Optional.of(new Forecast(scale, model, Limits.of(unit, values)))
                : Optional.empty();
    }

    /** Median and 80 % interval of the period h periods after the last complete one. */
    Interval interval(int h) {
        Normal normal = model.forecast(h);
        return new Interval(back(normal.mean()), back(normal.quantile(LOW)), back(normal.quantile(HIGH)));
    }

    /** The probability that the value h periods ahead is at the target or better. */
    double chance(int h, double target, Direction direction) {
        Normal normal = model.forecast(h);
        double point = scale.of(target);
        return direction == Direction.DOWN ? normal.atMost(point) : normal.atLeast(point);
    }

    /** The season in periods, or 1 while two whole seasons are not known. */
    static int period(int known, Grain grain) {
        int season = switch (grain) {
            case DAY -> 7;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case HOUR, YEAR, TOTAL -> 1;
        };
        return known >= 2 * season ? season : 1;
    }

    private double back(double scaled) {
        return Math.min(limits.high(), Math.max(limits.low(), scale.back(scaled)));
    }

    /** An interval on the level scale is cut where values cannot be: below 0, and for shares above 1. */
    private record Limits(double low, double high) {

        /** What was never negative, or a share never above 1, stays so. */
        static Limits of(MetricUnit unit, List<Double> values) {
            boolean notNegative = values.stream().allMatch(value -> value >= 0);
            boolean part = unit == MetricUnit.SHARE && values.stream().allMatch(value -> value <= 1);
            return new Limits(notNegative ? 0 : Double.NEGATIVE_INFINITY, part ? 1 : Double.POSITIVE_INFINITY);
        }
    }
}
