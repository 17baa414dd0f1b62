package dev.ukur.stats.forecast;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Weeks of an outcome and of a candidate whose relation is known, with trend, season and memory in both. */
record KnownRelations(double[] outcome, double[] candidate) {

    /** What the candidate has to do with the outcome. */
    enum Relation {
        /** The outcome follows the candidate a week later. */
        ONE_WEEK_AHEAD(true),
        /** The outcome follows over the next three weeks. */
        SPREAD_AHEAD(true),
        /** Both move in the same week. */
        SAME_WEEK(true),
        /** Each on its own. */
        NOTHING(false),
        /** Each on its own, but with the same season and trend. */
        COMMON_SEASON(false),
        /** The candidate follows the outcome a week later. */
        FOLLOWS(false),
        /** Both wander, each on its own. */
        WANDERING(false);

        final boolean helps;

        Relation(boolean helps) {
            this.helps = helps;
        }
    }

    private static final int WARM_UP = 40;
    private static final double YEAR = 52.1775;

    /** A seeded run of weeks. */
    static KnownRelations of(Relation relation, int weeks, double strength, long seed) {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int all = weeks + WARM_UP;
        double[] x = new double[all];
        double[] y = new double[all];
        double[] noiseX = memory(dice, all, relation == Relation.WANDERING ? 1 : 0.5);
        double[] noiseY = memory(dice, all, relation == Relation.WANDERING ? 1 : 0.5);
        boolean season = relation != Relation.NOTHING && relation != Relation.WANDERING;
        for (int t = 0; t < all; t++) {
            double course = season ? Math.sin(2 * Math.PI * t / YEAR) + 0.02 * t : 0;
            x[t] = course + noiseX[t];
            y[t] = course + noiseY[t];
        }
        for (int t = 3; t < all; t++) {
            switch (relation) {
                case ONE_WEEK_AHEAD -> y[t] += strength * noiseX[t - 1];
                case SPREAD_AHEAD ->
                    y[t] += strength * (0.6 * noiseX[t - 1] + 0.4 * noiseX[t - 2] + 0.3 * noiseX[t - 3]);
                case SAME_WEEK -> y[t] += strength * noiseX[t];
                case FOLLOWS -> x[t] = x[t] + strength * noiseY[t - 1];
                default -> {}
            }
        }
        return new KnownRelations(levels(y), levels(x));
    }

    private static double[] memory(RandomGenerator dice, int n, double share) {
        double[] noise = new double[n];
        for (int t = 1; t < n; t++) {
            noise[t] = share * noise[t - 1] + dice.nextGaussian();
        }
        return noise;
    }

    /** Without the first weeks, as amounts above 0. */
    private static double[] levels(double[] series) {
        double[] kept = new double[series.length - WARM_UP];
        for (int t = 0; t < kept.length; t++) {
            kept[t] = 100 * Math.exp(0.1 * series[t + WARM_UP]);
        }
        return kept;
    }
}
