package dev.ukur.stats.forecast;

/**
 * The Theta method followed value by value: simple smoothing that drifts by half the slope of the straight line through all
 * values seen, to which the classic form (see {@link Theta}) is equal but for its start. Source: Hyndman and Billah 2003,
 * International Journal of Forecasting 19:287.
 */
final class ThetaTrend implements Follower {

    private final DampedTrend level;
    private final double alpha;
    private double sum;
    private double moments;
    private int seen;

    ThetaTrend(double alpha) {
        this.level = DampedTrend.simple(alpha);
        this.alpha = alpha;
    }

    @Override
    public void see(double value) {
        seen++;
        sum += value;
        moments += seen * value;
        level.see(value);
    }

    @Override
    public double ahead(int steps) {
        // Smoothing lags behind a line by (1 - α) / α steps of it.
        double lag = (1 - Math.pow(1 - alpha, seen)) / alpha;
        return level.ahead(steps) + slope() / 2 * (steps - 1 + lag);
    }

    @Override
    public int needs() {
        return 4;
    }

    @Override
    public double kept(int steps) {
        return level.kept(steps);
    }

    /** Of the straight line by least squares. */
    private double slope() {
        double n = seen;
        return (moments - sum * (n + 1) / 2) * 12 / (n * (n * n - 1));
    }
}
