package dev.ukur.kpis;

import dev.ukur.model.MetricUnit;
import java.util.List;

/** The scale on which the changes of a metric are taken as normal, so that an interval stays where values can be. */
enum Scale {
    /** As it is. */
    LEVEL {
        @Override
        double of(double value) {
            return value;
        }

        @Override
        double back(double scaled) {
            return scaled;
        }
    },
    /** Natural logarithm: changes are in proportion, values above 0. */
    LOG {
        @Override
        double of(double value) {
            return value <= 0 ? Double.NEGATIVE_INFINITY : Math.log(value);
        }

        @Override
        double back(double scaled) {
            return Math.exp(scaled);
        }
    },
    /** Logarithm of the odds: values between 0 and 1. */
    LOGIT {
        @Override
        double of(double value) {
            if (value <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            return value >= 1 ? Double.POSITIVE_INFINITY : Math.log(value / (1 - value));
        }

        @Override
        double back(double scaled) {
            return 1 / (1 + Math.exp(-scaled));
        }
    };

    /** A value on this scale; infinite beyond the values that can be. */
    abstract double of(double value);

    /** The value of a point on this scale. */
    abstract double back(double scaled);

    /** The scale on which all values are finite: odds for shares, logarithms for the rest, else as they are. */
    static Scale fitting(MetricUnit unit, List<Double> values) {
        boolean positive = values.stream().allMatch(value -> value > 0);
        if (!positive) {
            return LEVEL;
        }
        if (unit != MetricUnit.SHARE) {
            return LOG;
        }
        return values.stream().allMatch(value -> value < 1) ? LOGIT : LEVEL;
    }
}
