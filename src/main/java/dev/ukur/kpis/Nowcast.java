package dev.ukur.kpis;

import dev.ukur.stats.forecast.Prognosis;

/**
 * What a period that runs is expected to be: what came so far, and what its other days will bring.
 *
 * @param soFar the sum of its known days
 * @param rest the sum of the others, as a distribution of one step; never below 0
 */
record Nowcast(double soFar, Prognosis rest) implements Expectation {

    @Override
    public double quantile(double p) {
        return soFar + Math.max(0, rest.quantile(1, p));
    }

    @Override
    public double atLeast(double level) {
        return level <= soFar ? 1 : rest.atLeast(1, level - soFar);
    }
}
