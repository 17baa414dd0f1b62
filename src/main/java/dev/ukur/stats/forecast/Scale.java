package dev.ukur.stats.forecast;

import java.util.List;

/** The scale on which the changes of a series are taken as normal, so that an interval stays where values can be. */
public enum Scale {
    /** As it is. */
    LEVEL {
        @Override
        public double of(double value) {
            return value;
        }

        @Override
        public double back(double scaled) {
            return scaled;
        }
    },
    /** Natural logarithm: changes are in proportion, values above 0. */
    LOG {
        @Override
        public double of(double value) {
            return value <= 0 ? Double.NEGATIVE_INFINITY : Math.log(value);
        }

        @Override
        public double back(double scaled) {
            return Math.exp(scaled);
        }
    },
    /** Logarithm of the odds: values between 0 and 1. */
    LOGIT {
        @Override
        public double of(double value) {
            if (value <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            return value >= 1 ? Double.POSITIVE_INFINITY : Math.log(value / (1 - value));
        }

        @Override
        public double back(double scaled) {
            return 1 / (1 + Math.exp(-scaled));
        }
    };

    /** A value on this scale; infinite beyond the values that can be. */
    public abstract double of(double value);

    /** The value of a point on this scale. */
    public abstract double back(double scaled);

    /** The scale of amounts: logarithms when all are above 0, else as they are. */
    public static Scale ofAmounts(List<Double> values) {
        return values.stream().allMatch(value -> value > 0) ? LOG : LEVEL;
    }

    /** The scale of shares: odds when all lie between 0 and 1, else as they are. */
    public static Scale ofShares(List<Double> values) {
        if (values.stream().anyMatch(value -> value <= 0)) {
            return LEVEL;
        }
        return values.stream().allMatch(value -> value < 1) ? LOGIT : LEVEL;
    }
}
