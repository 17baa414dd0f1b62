package dev.ukur.stats.forecast;

/**
 * Holt-Winters with an added season and a fading trend, followed value by value: the first season gives the level (its mean)
 * and the seasonal terms (what is left).
 */
final class SeasonalTrend implements Follower {

    private static final double PHI = 0.9;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double[] season;
    private double level;
    private double trend;
    private int seen;

    SeasonalTrend(int period, double alpha, double beta, double gamma) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.season = new double[period];
    }

    @Override
    public void see(double value) {
        int place = seen % season.length;
        seen++;
        if (seen <= season.length) {
            season[place] = value;
            if (seen == season.length) {
                begin();
            }
            return;
        }
        double error = value - level - PHI * trend - season[place];
        level += PHI * trend + alpha * error;
        trend = PHI * trend + beta * error;
        season[place] += gamma * (1 - alpha) * error;
    }

    private void begin() {
        for (double value : season) {
            level += value / season.length;
        }
        for (int i = 0; i < season.length; i++) {
            season[i] -= level;
        }
    }

    @Override
    public double ahead(int steps) {
        double fade = PHI * (1 - Math.pow(PHI, steps)) / (1 - PHI);
        return level + fade * trend + season[(seen + steps - 1) % season.length];
    }

    @Override
    public int needs() {
        return season.length;
    }

    @Override
    public double kept(int steps) {
        return alpha
                + beta * PHI * (1 - Math.pow(PHI, steps)) / (1 - PHI)
                + (steps % season.length == 0 ? gamma * (1 - alpha) : 0);
    }
}
