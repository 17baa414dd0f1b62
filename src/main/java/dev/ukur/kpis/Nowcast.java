package dev.ukur.kpis;

import dev.ukur.stats.forecast.Prognosis;

/**
 * What days that run are expected to be in the end: what came so far, and what the others will bring.
 *
 * @param soFar the sum of the known days
 * @param rest the sum of the others
 */
record Nowcast(double soFar, Expectation rest) implements Expectation {

    /** With the rest as a distribution of one step; never below 0. */
    static Nowcast of(double soFar, Prognosis rest) {
        return new Nowcast(soFar, new Expectation() {
            @Override
            public double quantile(double p) {
                return Math.max(0, rest.quantile(1, p));
            }

            @Override
            public double atLeast(double level) {
                return level <= 0 ? 1 : rest.atLeast(1, level);
            }
        });
    }

    @Override
    public double quantile(double p) {
        return soFar + rest.quantile(p);
    }

    @Override
    public double atLeast(double level) {
        return rest.atLeast(level - soFar);
    }
}
