package dev.ukur.kpis;

import dev.ukur.metrics.Answer.Parts;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.forecast.Prognosis;
import dev.ukur.stats.forecast.RollingOrigin;
import dev.ukur.stats.forecast.RollingOrigin.Horizon;
import dev.ukur.stats.forecast.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What comes if nothing changes: of a small family the forecast that did best on the KPI's own past, on the metric's
 * {@link Scale}. Ratios are forecast through their parts; amounts with and without what the calendar makes of each period,
 * whichever did better. The value given is the median.
 */
final class Forecast {

    /** With fewer periods the spread of the errors is a guess. */
    static final int LEAST_PERIODS = RollingOrigin.LEAST;

    private final Past past;
    private final Scale scale;
    private final Prognosis prognosis;
    private final Limits limits;

    private Forecast(Past past, Scale scale, Prognosis prognosis) {
        this.past = past;
        this.scale = scale;
        this.prognosis = prognosis;
        this.limits = Limits.of(past.unit(), past.values());
    }

    /**
     * Fits to the past.
     *
     * @param past of at least {@link #LEAST_PERIODS} periods
     * @param steps how many periods to look ahead
     * @return empty when the values never changed, so that there is no error to learn from
     */
    static Optional<Forecast> fit(Past past, int steps) {
        Forecast plain = plain(past.plain(), steps);
        Forecast best = plain;
        if (!past.worth().isEmpty()) {
            Forecast aligned = plain(past, steps);
            boolean better = aligned.scale == plain.scale && aligned.prognosis.error() < plain.prognosis.error();
            best = better && aligned.learnt() ? aligned : plain;
        }
        return best.learnt() ? Optional.of(best) : Optional.empty();
    }

    /**
     * The sum of shares of the next periods.
     *
     * @param past of at least {@link #LEAST_PERIODS} periods
     * @param shares how much of each of the next periods counts, 0..1, and at least one of them more than 0
     * @return empty when the values never changed
     */
    static Optional<Expectation> ofSum(Past past, double[] shares) {
        return fit(past, shares.length).map(each -> each.sum(shares));
    }

    private Expectation sum(double[] shares) {
        Horizon horizon = new Horizon(past.season(), shares.length);
        Prognosis sum = RollingOrigin.ofWhole(scaled(past, scale), horizon, (steps, first) -> {
            double all = 0;
            for (int h = 0; h < steps.length; h++) {
                all += shares[h] * past.worth(first + h) * scale.back(steps[h]);
            }
            return scale.of(all);
        });
        return expectation(sum, 1, 1);
    }

    private static Forecast plain(Past past, int steps) {
        Scale scale = Scales.fitting(past.unit(), past.values());
        Horizon horizon = new Horizon(past.season(), steps);
        if (past.isRatio() && scale != Scale.LEVEL) {
            double[] above = past.parts().stream().mapToDouble(Parts::above).toArray();
            double[] below = past.parts().stream().mapToDouble(Parts::below).toArray();
            return new Forecast(past, scale, RollingOrigin.ofRatio(above, below, scale::of, horizon));
        }
        return new Forecast(past, scale, RollingOrigin.of(scaled(past, scale), horizon));
    }

    private static double[] scaled(Past past, Scale scale) {
        return Arrays.stream(past.levelled()).map(scale::of).toArray();
    }

    /** Whether it was ever wrong, which alone tells how wrong it may be. */
    private boolean learnt() {
        return prognosis.spread()[0] > 0;
    }

    /** The period so many periods after the last known one. */
    Expectation at(int step) {
        return expectation(prognosis, step, past.worth(past.values().size() + step - 1));
    }

    private Expectation expectation(Prognosis said, int step, double worth) {
        return new Expectation() {
            @Override
            public double quantile(double p) {
                return limits.keep(scale.back(said.quantile(step, p)) * worth);
            }

            @Override
            public double atLeast(double level) {
                double wanted = scale.of(level / worth);
                return wanted == Double.NEGATIVE_INFINITY ? 1 : said.atLeast(step, wanted);
            }
        };
    }

    /** Values stay where values can be: above 0, and shares below 1. */
    private record Limits(double low, double high) {

        /** What was never negative, or a share never above 1, stays so. */
        static Limits of(MetricUnit unit, List<Double> values) {
            boolean notNegative = values.stream().allMatch(value -> value >= 0);
            boolean part = unit == MetricUnit.SHARE && values.stream().allMatch(value -> value <= 1);
            return new Limits(notNegative ? 0 : Double.NEGATIVE_INFINITY, part ? 1 : Double.POSITIVE_INFINITY);
        }

        double keep(double value) {
            return Math.min(high, Math.max(low, value));
        }
    }
}
