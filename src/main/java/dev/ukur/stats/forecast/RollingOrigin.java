package dev.ukur.stats.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Chooses among a family of forecasts by how well each did from every earlier moment of the series (rolling origin), and
 * takes the width of what it says from its own errors there.
 *
 * <p>The variance of a member at a step is the mean square of its errors at that distance. Where few are known they are put
 * together with all others, each divided by the growth of variance that the member's model gives. What is told is the mean
 * over all members of that and of the square of how far each lies from the one chosen, each member weighed by how likely
 * its errors of one step make it: a random walk looks calmer than it is to the member that did best on it. That the best of
 * many was chosen makes errors look smaller than they will be; the spread is widened for it.
 */
public final class RollingOrigin {

    /** With fewer values the spread of the errors is a guess. */
    public static final int LEAST = 8;

    /** Moments further back than this say little of the series as it is now. */
    private static final int MOST_ORIGINS = 60;

    /** How many errors the model's growth counts for. */
    private static final double MODEL_WEIGHT = 6;

    private final double[] series;
    private final int steps;
    private final int firstOrigin;

    private RollingOrigin(double[] series, int steps, int firstOrigin) {
        this.series = series;
        this.steps = steps;
        this.firstOrigin = firstOrigin;
    }

    /**
     * The forecast of the member that did best.
     *
     * @param series at least {@link #LEAST} finite numbers, oldest first
     * @param horizon the season and how far to look
     */
    public static Prognosis of(double[] series, Horizon horizon) {
        return among(Family.of(horizon.period(), series.length), series, horizon.steps());
    }

    /**
     * The forecast of a ratio by the member that did best through its parts.
     *
     * @param above numerators, not negative; at least {@link #LEAST}, oldest first
     * @param below denominators, positive
     * @param scale on which errors are taken and which the answer speaks; every ratio must be finite on it
     * @param horizon the season and how far to look
     */
    public static Prognosis ofRatio(double[] above, double[] below, DoubleUnaryOperator scale, Horizon horizon) {
        RatioFollower.Parts parts = new RatioFollower.Parts(above, below, scale);
        List<Family.Member> family = Family.of(horizon.period(), above.length).stream()
                .map(member -> new Family.Member(member.name(), () -> new RatioFollower(member, parts)))
                .toList();
        return among(family, parts.series(), horizon.steps());
    }

    /**
     * How far is looked, and by which season.
     *
     * @param period steps in a season, 1 when there is none
     * @param steps how far, from 1
     */
    public record Horizon(int period, int steps) {}

    private static Prognosis among(List<Family.Member> family, double[] series, int steps) {
        if (series.length < LEAST || steps < 1) {
            throw new IllegalArgumentException(
                    "a forecast of %d steps from %d values is a guess".formatted(steps, series.length));
        }
        int needs = family.stream()
                .mapToInt(member -> member.begin().get().needs())
                .max()
                .orElseThrow();
        int first = Math.max(Math.min(needs, series.length - 4), series.length - MOST_ORIGINS);
        return new RollingOrigin(series, steps, Math.max(first, 4)).best(family);
    }

    private Prognosis best(List<Family.Member> family) {
        List<Trial> trials = family.stream()
                .map(this::trial)
                .filter(trial -> trial.counts[0] > 0)
                .toList();
        Trial best =
                trials.stream().min(Comparator.comparingDouble(Trial::score)).orElseThrow();
        return best.prognosis(variances(trials, best));
    }

    /** By step, around what one of the members says. */
    private double[] variances(List<Trial> trials, Trial told) {
        double least = trials.stream().mapToDouble(Trial::nextSquare).min().orElseThrow();
        double[] sums = new double[steps];
        double all = 0;
        for (Trial trial : trials) {
            double weight = trial.likeliness(least);
            all += weight;
            for (int h = 1; h <= steps; h++) {
                double away = trial.follower.ahead(h) - told.follower.ahead(h);
                sums[h - 1] += weight == 0 ? 0 : weight * (trial.variance(h) + away * away);
            }
        }
        double sum = all;
        return Arrays.stream(sums).map(each -> each / sum).toArray();
    }

    private Trial trial(Family.Member member) {
        Follower follower = member.begin().get();
        Trial trial = new Trial(member.name(), follower, steps);
        for (int t = 0; t < series.length; t++) {
            follower.see(series[t]);
            if (t + 1 >= firstOrigin && t + 1 >= follower.needs()) {
                int known = Math.min(steps, series.length - 1 - t);
                for (int h = 1; h <= known; h++) {
                    trial.add(h, series[t + h] - follower.ahead(h));
                }
            }
        }
        return trial;
    }

    /** The errors of one member, by steps ahead. */
    private static final class Trial {

        private final String name;
        private final Follower follower;
        private final double[] squares;
        private final double[] sizes;
        private final int[] counts;

        Trial(String name, Follower follower, int steps) {
            this.name = name;
            this.follower = follower;
            this.squares = new double[steps];
            this.sizes = new double[steps];
            this.counts = new int[steps];
        }

        void add(int h, double error) {
            squares[h - 1] += error * error;
            sizes[h - 1] += Math.abs(error);
            counts[h - 1]++;
        }

        /** The mean absolute error, each distance counting alike. */
        double score() {
            double sum = 0;
            int distances = 0;
            for (int h = 0; h < counts.length && counts[h] > 0; h++) {
                sum += sizes[h] / counts[h];
                distances++;
            }
            return sum / distances;
        }

        /** The mean square of its errors of one step. */
        double nextSquare() {
            return squares[0] / counts[0];
        }

        /**
         * How likely it is beside the member whose errors of one step were smallest: {@code (least / own)^n} of n errors. On
         * simulated series of many kinds this exponent let 80 % intervals hold most nearly as often as they say.
         */
        double likeliness(double least) {
            double own = nextSquare();
            if (own == least) {
                return 1;
            }
            return Math.pow(least / own, counts[0]);
        }

        /** The variance of its error so many steps ahead. */
        double variance(int h) {
            double model = oneStep() * follower.growth(h);
            // Errors far ahead overlap: so many of them stand alone.
            double own = counts[h - 1] / (double) h;
            return counts[h - 1] == 0
                    ? model
                    : (own * squares[h - 1] / counts[h - 1] + MODEL_WEIGHT * model) / (own + MODEL_WEIGHT);
        }

        Prognosis prognosis(double[] variances) {
            double[] mean = new double[variances.length];
            double[] spread = new double[variances.length];
            double widest = 0;
            double origins = counts[0];
            double chosen = 1 + 2 / origins;
            for (int h = 1; h <= mean.length; h++) {
                mean[h - 1] = follower.ahead(h);
                widest = Math.max(widest, Math.sqrt(variances[h - 1] * chosen));
                spread[h - 1] = widest;
            }
            return new Prognosis(name, mean, spread, Math.max(3, origins - 1), score());
        }

        /** The variance one step ahead, from the errors at all distances. */
        private double oneStep() {
            double sum = 0;
            int n = 0;
            for (int h = 1; h <= counts.length; h++) {
                sum += squares[h - 1] / follower.growth(h);
                n += counts[h - 1];
            }
            return sum / n;
        }
    }
}
