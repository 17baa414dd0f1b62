package dev.ukur.stats.forecast;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How one member of the {@link Family} did on the past: its errors, by steps ahead and of all the steps together. */
final class Trial {

    /** How many errors the model's growth counts for. */
    private static final double MODEL_WEIGHT = 6;

    /** How far a step is moved to see what it does to all of them. */
    private static final double NUDGE = 1e-5;

    private final Family.Member member;
    private final Follower follower;
    private final double[] squares;
    private final double[] sizes;
    private final int[] counts;
    private final double[] growth;
    private double[] ahead = new double[0];
    private double wholeSquares;
    private int wholes;

    private Trial(Family.Member member, int steps) {
        this.member = member;
        this.follower = member.begin().get();
        this.squares = new double[steps];
        this.sizes = new double[steps];
        this.counts = new int[steps];
        this.growth = growth(follower, steps);
    }

    /** How much larger the variance is at each distance than one step ahead, by its model: {@code 1 + Σ ψ(j)²}. */
    private static double[] growth(Follower follower, int steps) {
        double[] growth = new double[steps];
        double grown = 1;
        for (int h = 1; h <= steps; h++) {
            growth[h - 1] = grown;
            grown += follower.kept(h) * follower.kept(h);
        }
        return growth;
    }

    /**
     * Follows a member through a series.
     *
     * @param firstOrigin how many values are known at the first moment it is judged from
     * @param whole what is asked of all steps together; null when each is asked for
     */
    static Trial of(Family.Member member, double[] series, Span span, RollingOrigin.@Nullable Whole whole) {
        Trial trial = new Trial(member, span.steps());
        for (int t = 0; t < series.length; t++) {
            trial.follower.see(series[t]);
            int known = t + 1;
            if (known >= span.firstOrigin() && known >= trial.follower.needs()) {
                trial.judge(series, known, whole);
            }
        }
        trial.ahead = trial.steps();
        return trial;
    }

    /** From which moment on, and how far, a member is judged. */
    record Span(int firstOrigin, int steps) {}

    private void judge(double[] series, int known, RollingOrigin.@Nullable Whole whole) {
        int there = Math.min(squares.length, series.length - known);
        for (int h = 1; h <= there; h++) {
            double error = series[known + h - 1] - follower.ahead(h);
            squares[h - 1] += error * error;
            sizes[h - 1] += Math.abs(error);
            counts[h - 1]++;
        }
        if (whole != null && there == squares.length) {
            double[] came = Arrays.copyOfRange(series, known, known + there);
            double error = whole.of(came, known) - whole.of(steps(), known);
            if (Double.isFinite(error)) {
                wholeSquares += error * error;
                wholes++;
            }
        }
    }

    String name() {
        return member.name();
    }

    /** Whether it could be judged at all. */
    boolean counts() {
        return counts[0] > 0;
    }

    /** From how many moments it was judged one step ahead. */
    int origins() {
        return counts[0];
    }

    /** What it expects now of each step. */
    double[] ahead() {
        return ahead.clone();
    }

    /** What it expects now so many steps ahead. */
    double ahead(int step) {
        return ahead[step - 1];
    }

    private double[] steps() {
        double[] steps = new double[squares.length];
        for (int h = 1; h <= steps.length; h++) {
            steps[h - 1] = follower.ahead(h);
        }
        return steps;
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
     * How likely it is beside the member whose errors of one step were smallest: its weight beforehand times
     * {@code (least / own)^2n} of n errors. On simulated series of many kinds this exponent let 80 % intervals hold most
     * nearly as often as they say.
     */
    double likeliness(double least) {
        double own = nextSquare();
        if (own == least) {
            return member.prior();
        }
        return member.prior() * Math.pow(least / own, 2.0 * counts[0]);
    }

    /** The variance of its error so many steps ahead. */
    double variance(int h) {
        return mixed(counts[h - 1], h, new Square(squares[h - 1], oneStep() * growth[h - 1]));
    }

    /**
     * The variance of its error of all the steps together. By the model a surprise at step k moves step k by itself and the
     * later ones by what is kept of it: {@code Σ(k) (w(k) + Σ(h>k) w(h) ψ(h-k))²} with the weight w of each step.
     */
    double wholeVariance(RollingOrigin.Whole whole, int known) {
        double[] weight = weights(whole, known);
        double grown = 0;
        for (int k = 1; k <= weight.length; k++) {
            double moved = weight[k - 1];
            for (int h = k + 1; h <= weight.length; h++) {
                moved += weight[h - 1] * follower.kept(h - k);
            }
            grown += moved * moved;
        }
        return mixed(wholes, weight.length, new Square(wholeSquares, oneStep() * grown));
    }

    /** How much the whole moves with each step. */
    private double[] weights(RollingOrigin.Whole whole, int known) {
        double[] weights = new double[squares.length];
        double[] steps = ahead();
        for (int h = 0; h < steps.length; h++) {
            double at = steps[h];
            double nudge = NUDGE * Math.max(1, Math.abs(at));
            steps[h] = at + nudge;
            double more = whole.of(steps, known);
            steps[h] = at - nudge;
            double less = whole.of(steps, known);
            steps[h] = at;
            weights[h] = (more - less) / (2 * nudge);
        }
        return weights;
    }

    /** Squares that were seen, and the one the model expects. */
    private record Square(double seen, double model) {}

    /** Errors that far ahead overlap: so many of them stand alone. */
    private static double mixed(int count, int distance, Square square) {
        double alone = count / (double) distance;
        return count == 0
                ? square.model()
                : (alone * square.seen() / count + MODEL_WEIGHT * square.model()) / (alone + MODEL_WEIGHT);
    }

    /** The variance one step ahead, from the errors at all distances. */
    private double oneStep() {
        double sum = 0;
        int n = 0;
        for (int h = 1; h <= counts.length; h++) {
            sum += squares[h - 1] / growth[h - 1];
            n += counts[h - 1];
        }
        return sum / n;
    }
}
