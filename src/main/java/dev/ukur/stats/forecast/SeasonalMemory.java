package dev.ukur.stats.forecast;

/** The value a season ago; with a season of one step the last value. */
final class SeasonalMemory implements Follower {

    private final double[] season;
    private int seen;

    SeasonalMemory(int period) {
        season = new double[period];
    }

    @Override
    public void see(double value) {
        season[seen % season.length] = value;
        seen++;
    }

    @Override
    public double ahead(int steps) {
        return season[(seen + steps - 1) % season.length];
    }

    @Override
    public int needs() {
        return season.length;
    }

    @Override
    public double kept(int steps) {
        return steps % season.length == 0 ? 1 : 0;
    }
}
