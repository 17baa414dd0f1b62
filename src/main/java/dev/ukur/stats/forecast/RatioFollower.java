package dev.ukur.stats.forecast;

import java.util.function.DoubleUnaryOperator;

/**
 * A ratio forecast through its parts: numerator and denominator are each followed as they are, and divided at the end, so
 * that quiet periods do not weigh like busy ones. It speaks on the scale on which errors are taken.
 */
final class RatioFollower implements Follower {

    private final Follower above;
    private final Follower below;
    private final Parts parts;
    private int seen;

    /**
     * What is divided by what.
     *
     * @param above numerators, not negative
     * @param below denominators, positive
     * @param scale on which errors are taken
     */
    record Parts(double[] above, double[] below, DoubleUnaryOperator scale) {

        /** The ratios on the scale. */
        double[] series() {
            double[] series = new double[above.length];
            for (int t = 0; t < series.length; t++) {
                series[t] = scale.applyAsDouble(above[t] / below[t]);
            }
            return series;
        }
    }

    RatioFollower(Family.Member member, Parts parts) {
        this.above = member.begin().get();
        this.below = member.begin().get();
        this.parts = parts;
    }

    /** The ratio seen is known already by its parts. */
    @Override
    public void see(double value) {
        above.see(parts.above()[seen]);
        below.see(parts.below()[seen]);
        seen++;
    }

    @Override
    public double ahead(int steps) {
        double ratio = above.ahead(steps) / below.ahead(steps);
        double said = parts.scale().applyAsDouble(ratio);
        // A part that falls through zero says nothing; the last ratio does.
        return Double.isFinite(said) && below.ahead(steps) > 0
                ? said
                : parts.scale().applyAsDouble(parts.above()[seen - 1] / parts.below()[seen - 1]);
    }

    @Override
    public int needs() {
        return above.needs();
    }

    @Override
    public double kept(int steps) {
        return above.kept(steps);
    }
}
