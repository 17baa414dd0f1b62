package dev.ukur.stats.forecast;

/**
 * Exponential smoothing of a level and a trend that fades, in the error form of {@link Smoothing}. Without weight for the
 * trend it is simple smoothing; with α = 1 and no trend, the last value.
 */
final class DampedTrend implements Follower {

    private final double alpha;
    private final double beta;
    private final double phi;
    private double level;
    private double trend;
    private int seen;

    DampedTrend(double alpha, double beta, double phi) {
        this.alpha = alpha;
        this.beta = beta;
        this.phi = phi;
    }

    static DampedTrend simple(double alpha) {
        return new DampedTrend(alpha, 0, 0);
    }

    @Override
    public void see(double value) {
        seen++;
        if (seen == 1) {
            level = value;
            return;
        }
        double error = value - level - phi * trend;
        // While few values are known the level is their mean, so that the first one does not weigh more than its share.
        double weight = Math.max(alpha, 1.0 / seen);
        level += phi * trend + weight * error;
        trend = phi * trend + beta * error;
    }

    @Override
    public double ahead(int steps) {
        return level + faded(steps) * trend;
    }

    @Override
    public int needs() {
        return 3;
    }

    @Override
    public double kept(int steps) {
        return alpha + beta * faded(steps);
    }

    /** φ + φ² + ... as often as there are steps. */
    private double faded(int steps) {
        double sum = 0;
        double power = 1;
        for (int h = 0; h < steps && power > 1e-6; h++) {
            power *= phi;
            sum += power;
        }
        return sum;
    }
}
