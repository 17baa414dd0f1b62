package dev.ukur.stats.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among a family of forecasts by how well each did from every earlier moment of the series (rolling origin), and
 * takes the width of what it says from its own errors there.
 *
 * <p>The variance of a member at a step is the mean square of its errors at that distance. Where few are known they are put
 * together with all others, each divided by the growth of variance that the member's model gives. What is told is as wide as
 * the middle 80 % of what all members say together, each around its own forecast and weighed by how likely its errors of one
 * step make it: a random walk looks calmer than it is to the member that did best on it. That the best of many was chosen
 * makes errors look smaller than they will be; the spread is widened for it. It never falls with the distance.
 */
public final class RollingOrigin {

    /** With fewer values the spread of the errors is a guess. */
    public static final int LEAST = 8;

    /** Moments further back than this say little of the series as it is now. */
    private static final int MOST_ORIGINS = 60;

    private final double[] series;
    private final List<Trial> trials;
    private final Trial best;

    private RollingOrigin(List<Family.Member> family, double[] series, int steps, @Nullable Whole whole) {
        if (series.length < LEAST || steps < 1 || steps > series.length) {
            throw new IllegalArgumentException(
                    "a forecast of %d steps from %d values is a guess".formatted(steps, series.length));
        }
        this.series = series;
        Trial.Span span = new Trial.Span(firstOrigin(family), steps);
        this.trials = family.stream()
                .map(member -> Trial.of(member, series, span, whole))
                .filter(Trial::counts)
                .toList();
        this.best =
                trials.stream().min(Comparator.comparingDouble(Trial::score)).orElseThrow();
    }

    private int firstOrigin(List<Family.Member> family) {
        int needs = family.stream()
                .mapToInt(member -> member.begin().get().needs())
                .max()
                .orElseThrow();
        int first = Math.max(Math.min(needs, series.length - 4), series.length - MOST_ORIGINS);
        return Math.max(first, 4);
    }

    /**
     * The forecast of the member that did best.
     *
     * @param series at least {@link #LEAST} finite numbers, oldest first
     * @param horizon the season and how far to look
     */
    public static Prognosis of(double[] series, Horizon horizon) {
        return new RollingOrigin(Family.of(horizon.period(), series.length), series, horizon.steps(), null)
                .eachStep(horizon.steps());
    }

    /**
     * One number made of all the steps, such as their sum, by the member that did best on them; as a distribution of one
     * step. Its width is that of the member's errors of that very number on the past.
     *
     * @param series at least {@link #LEAST} finite numbers, oldest first
     * @param horizon the season and how far to look
     * @param whole what is asked
     */
    public static Prognosis ofWhole(double[] series, Horizon horizon, Whole whole) {
        return new RollingOrigin(Family.of(horizon.period(), series.length), series, horizon.steps(), whole).all(whole);
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
                .map(member -> new Family.Member(member.name(), member.prior(), () -> new RatioFollower(member, parts)))
                .toList();
        return new RollingOrigin(family, parts.series(), horizon.steps(), null).eachStep(horizon.steps());
    }

    /**
     * How far is looked, and by which season.
     *
     * @param period steps in a season, 1 when there is none
     * @param steps how far, from 1 to as many as there are values
     */
    public record Horizon(int period, int steps) {}

    /** A number made of some steps in a row. */
    @FunctionalInterface
    public interface Whole {

        /**
         * The number.
         *
         * @param steps the values, one a step
         * @param first the place of the first of them in the series, from 0
         */
        double of(double[] steps, int first);
    }

    private Prognosis eachStep(int steps) {
        double[] mean = best.ahead();
        double[] variance = new double[steps];
        for (int h = 1; h <= steps; h++) {
            int step = h;
            variance[h - 1] = variance(mean[h - 1], trial -> trial.ahead(step), trial -> trial.variance(step));
        }
        return prognosis(mean, roots(Rising.nearest(variance)));
    }

    private Prognosis all(Whole whole) {
        int known = series.length;
        double mean = whole.of(best.ahead(), known);
        double variance =
                variance(mean, trial -> whole.of(trial.ahead(), known), trial -> trial.wholeVariance(whole, known));
        return prognosis(new double[] {mean}, roots(new double[] {variance}));
    }

    /** Around what is told, over all members. */
    private double variance(double told, ToDoubleFunction<Trial> said, ToDoubleFunction<Trial> own) {
        double least = trials.stream().mapToDouble(Trial::nextSquare).min().orElseThrow();
        Mixture mixture = new Mixture();
        for (Trial trial : trials) {
            double weight = trial.likeliness(least);
            if (weight > 0) {
                mixture.add(weight, said.applyAsDouble(trial) - told, own.applyAsDouble(trial));
            }
        }
        double sd = mixture.sd();
        return sd * sd * chosen();
    }

    /** The best of many looks better than it is. */
    private double chosen() {
        return 1 + 1.0 / best.origins();
    }

    private static double[] roots(double[] variances) {
        return Arrays.stream(variances).map(Math::sqrt).toArray();
    }

    private Prognosis prognosis(double[] mean, double[] spread) {
        return new Prognosis(best.name(), mean, spread, Math.max(3, best.origins() - 1.0), errors());
    }

    /** Of each method with the weights that did best. */
    private Map<String, Double> errors() {
        Map<String, Double> errors = new LinkedHashMap<>();
        trials.stream()
                .sorted(Comparator.comparingDouble(Trial::score))
                .forEach(trial -> errors.putIfAbsent(trial.name(), trial.score()));
        return errors;
    }
}
