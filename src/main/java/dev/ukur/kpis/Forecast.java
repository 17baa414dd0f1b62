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

    private Forecast(Scale scale, SeasonalNaive model) {
        this.scale = scale;
        this.model = model;
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
        return model.residualSd() > 0 ? Optional.of(new Forecast(scale, model)) : Optional.empty();
    }

    /** Median and 80 % interval of the period h periods after the last complete one. */
    Interval interval(int h) {
        Normal normal = model.forecast(h);
        return new Interval(
                scale.back(normal.mean()), scale.back(normal.quantile(LOW)), scale.back(normal.quantile(HIGH)));
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
            case YEAR, TOTAL -> 1;
        };
        return known >= 2 * season ? season : 1;
    }
}
