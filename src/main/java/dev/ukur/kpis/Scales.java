package dev.ukur.kpis;

import dev.ukur.model.MetricUnit;
import dev.ukur.stats.forecast.Scale;
import java.util.List;

/** Which {@link Scale} the values of a metric are judged on. */
final class Scales {

    private Scales() {}

    /** The scale on which all values are finite: odds for shares, logarithms for the rest, else as they are. */
    static Scale fitting(MetricUnit unit, List<Double> values) {
        return unit == MetricUnit.SHARE ? Scale.ofShares(values) : Scale.ofAmounts(values);
    }
}
