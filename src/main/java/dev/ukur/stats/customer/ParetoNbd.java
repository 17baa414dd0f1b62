package dev.ukur.stats.customer;

import dev.ukur.stats.Hypergeometric;
import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.Minimum;
import dev.ukur.stats.fit.Objective;
import dev.ukur.stats.fit.PositiveFit;
import java.util.List;

/**
 * The Pareto/NBD model: while alive a customer buys at a rate that differs between customers as Gamma(r, α), and drops
 * out at a rate that differs as Gamma(s, β), at any moment. Sources: Schmittlein, Morrison and Colombo 1987, Management
 * Science 33:1; the likelihood as in Fader and Hardie 2005, "A Note on Deriving the Pareto/NBD Model", formula for A0.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, in units of time
 * @param s shape of the drop-out rates
 * @param beta scale of the drop-out rates, in units of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements RepeatModel {

    private static final int SOME = 2000;
    private static final double ROUGHLY = 1e-5;
    private static final double CLOSELY = 1e-8;
    /** On very many customers: the likelihood is then off by less than a millionth. */
    private static final double NEARLY = 1e-6;

    private static final double[] START = {Math.log(0.6), Math.log(10), Math.log(0.6), Math.log(10)};

    public ParetoNbd {
        if (!(r > 0 && alpha > 0 && s > 0 && beta > 0)) {
            throw new IllegalArgumentException("parameters must be positive: %s %s %s %s".formatted(r, alpha, s, beta));
        }
    }

    /** Fits by maximum likelihood. */
    public static FitResult<ParetoNbd> fit(List<History> histories) {
        Histories all = Histories.of(histories);
        if (all.mostRepeats() == 0) {
            return new FitResult.Degenerate<>(Degeneracy.NOTHING_HAPPENED);
        }
        double[] start = START.clone();
        start[1] = Math.log(Math.max(1e-6, all.typicalWatch() / 3));
        start[3] = start[1];
        PositiveFit fit = PositiveFit.of(minimum(all, start), all.customers());
        if (fit.logLikelihood() - NegativeBinomial.logLikelihood(all) < NegativeBinomial.VISIBLE) {
            return new FitResult.Degenerate<>(Degeneracy.NO_DROP_OUT);
        }
        double[] p = fit.parameters();
        return fit.as(new ParetoNbd(p[0], p[1], p[2], p[3]));
    }

    /** Some thousand customers lead near to the place; few steps on all of them are left then. */
    private static Minimum minimum(Histories all, double[] start) {
        if (all.size() <= 2 * SOME) {
            return Minimum.of(objective(all), start, CLOSELY);
        }
        return Minimum.of(objective(all.some(SOME)), start, ROUGHLY).refine(objective(all), NEARLY);
    }

    private static Objective objective(Histories all) {
        return Objective.of(at -> meanCost(all, at));
    }

    private static double meanCost(Histories all, double[] at) {
        for (double log : at) {
            if (Math.abs(log) > 12) {
                return Double.NaN;
            }
        }
        ParetoNbd model = new ParetoNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
        double[] rising = model.risingFactorials(all.mostRepeats());
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            int x = all.repeats(i);
            sum += all.weight(i) * (rising[x] + model.logLikelihood(x, all.last(i), all.watched(i)));
        }
        return -sum / all.customers();
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, s, beta);
    }

    @Override
    public double alive(History history) {
        return 1 / (1 + Math.exp(logGoneOdds(history.repeats(), history.last(), history.watched())));
    }

    @Override
    public double expected(History history, double time) {
        double age = beta + history.watched();
        double perTime = (r + history.repeats()) / (alpha + history.watched());
        return alive(history) * perTime * lifeWithin(age, time);
    }

    @Override
    public double expected(double time) {
        return r / alpha * lifeWithin(beta, time);
    }

    /** The time to live within a time to come: {@code age / (s-1) (1 - (age / (age+time))^(s-1))}, also at s = 1. */
    private double lifeWithin(double age, double time) {
        double log = Math.log1p(time / age);
        return s == 1 ? age * log : age * -Math.expm1(-(s - 1) * log) / (s - 1);
    }

    /** log Γ(r+x) / Γ(r) for each number of repeats. */
    private double[] risingFactorials(int most) {
        double[] rising = new double[most + 1];
        for (int x = 1; x <= most; x++) {
            rising[x] = rising[x - 1] + Math.log(r + x - 1);
        }
        return rising;
    }

    /** Without log Γ(r+x) / Γ(r). */
    private double logLikelihood(int x, double last, double watched) {
        double odds = logGoneOdds(x, last, watched);
        return r * Math.log(alpha)
                + s * Math.log(beta)
                - (r + x) * Math.log(alpha + watched)
                - s * Math.log(beta + watched)
                + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
    }

    /** log of {@code s / (r+s+x) (α+T)^(r+x) (β+T)^s A0}: the odds of being gone. */
    private double logGoneOdds(int x, double last, double watched) {
        double sum = r + s + x;
        double near = logTerm(x, last);
        double far = logTerm(x, watched);
        double difference = near + Math.log(-Math.expm1(far - near));
        return Math.log(s / sum) + (r + x) * Math.log(alpha + watched) + s * Math.log(beta + watched) + difference;
    }

    private double logTerm(int x, double time) {
        double sum = r + s + x;
        double larger = Math.max(alpha, beta) + time;
        double b = alpha >= beta ? s + 1 : r + x;
        double z = Math.abs(alpha - beta) / larger;
        // F(sum, b; sum+1; z) = (1-z)^(1-b) F(1, sum+1-b; sum+1; z), Abramowitz and Stegun 15.3.3.
        return (1 - b) * Math.log1p(-z) + Hypergeometric.logOfOne(sum + 1 - b, sum + 1, z) - sum * Math.log(larger);
    }
}
