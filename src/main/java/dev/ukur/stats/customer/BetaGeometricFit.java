package dev.ukur.stats.customer;

import dev.ukur.stats.fit.Degeneracy;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.Minimum;
import dev.ukur.stats.fit.Objective;
import dev.ukur.stats.fit.PositiveFit;

/**
 * Maximum likelihood of the BG/NBD and MBG/NBD: first on some thousand customers, then a few steps on all, with the
 * gradient worked out. Everything that depends on the number of repeats alone is computed once per number.
 */
final class BetaGeometricFit {

    private static final int SOME = 5000;
    private static final double[] START = {Math.log(0.5), Math.log(5), Math.log(0.8), Math.log(2.5)};
    private static final double ROUGHLY = 1e-5;
    private static final double CLOSELY = 1e-7;
    /** On very many customers: parameters are then off by less than a thousandth of their error. */
    private static final double NEARLY = 1e-6;
    /** Below this mean probability of drop-out the model is compared with one without any. */
    private static final double RARE = 0.02;

    private final Histories all;
    private final int shift;

    BetaGeometricFit(Histories all, BetaGeometric.Kind kind) {
        this.all = all;
        this.shift = kind.shift;
    }

    FitResult<BetaGeometric> fit() {
        if (all.mostRepeats() == 0) {
            return new FitResult.Degenerate<>(Degeneracy.NOTHING_HAPPENED);
        }
        Minimum minimum = minimum();
        PositiveFit fit = PositiveFit.of(minimum, all.customers());
        double[] p = fit.parameters();
        boolean suspicious = fit.ranAway() || fit.standardErrors().isEmpty() || p[2] / (p[2] + p[3]) < RARE;
        if (suspicious && fit.logLikelihood() - NegativeBinomial.logLikelihood(all) < NegativeBinomial.VISIBLE) {
            return new FitResult.Degenerate<>(Degeneracy.NO_DROP_OUT);
        }
        BetaGeometric.Kind kind = shift == 0 ? BetaGeometric.Kind.BG : BetaGeometric.Kind.MBG;
        return fit.as(new BetaGeometric(p[0], p[1], p[2], p[3], kind));
    }

    private Minimum minimum() {
        double[] start = START.clone();
        start[1] = Math.log(Math.max(1e-6, all.typicalWatch() / 8));
        if (all.size() <= 4 * SOME) {
            return Minimum.of(objective(all), start, CLOSELY);
        }
        Minimum rough = Minimum.of(objective(all.some(SOME)), start, ROUGHLY);
        return rough.refine(objective(all), NEARLY);
    }

    private Objective objective(Histories histories) {
        return (at, gradient) -> {
            double[] p = new double[at.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = Math.exp(at[i]);
            }
            double sum = new Sweep(histories, p).over(gradient);
            for (int i = 0; i < p.length; i++) {
                gradient[i] *= -p[i] / histories.customers();
            }
            return -sum / histories.customers();
        };
    }

    /** One pass over the histories at one set of parameters. */
    private final class Sweep {

        private final Histories histories;
        private final double r;
        private final double alpha;
        private final double a;
        private final double later;
        private final double[] constant;
        private final double[] byR;
        private final double[] byA;
        private final double[] byB;

        Sweep(Histories histories, double[] p) {
            this.histories = histories;
            r = p[0];
            alpha = p[1];
            a = p[2];
            double b = p[3];
            later = b + shift;
            int counts = histories.mostRepeats() + 1;
            constant = new double[counts];
            byR = new double[counts];
            byA = new double[counts];
            byB = new double[counts];
            tabulate(b);
        }

        /**
         * By the recurrences of log Γ and ψ from one count to the next: log Γ(r+x) / Γ(r), log B(a, later+x) / B(a, b) and
         * their derivatives.
         */
        private void tabulate(double b) {
            double first = shift == 0 ? 0 : Math.log(b / (a + b));
            constant[0] = r * Math.log(alpha) + first;
            byR[0] = Math.log(alpha);
            byA[0] = shift == 0 ? 0 : -1 / (a + b);
            byB[0] = shift == 0 ? 0 : 1 / b - 1 / (a + b);
            for (int x = 1; x < constant.length; x++) {
                double rate = r + x - 1;
                double stay = later + x - 1;
                constant[x] = constant[x - 1] + Math.log(rate * stay / (a + stay));
                byR[x] = byR[x - 1] + 1 / rate;
                byA[x] = byA[x - 1] - 1 / (a + stay);
                byB[x] = byB[x - 1] + 1 / stay - 1 / (a + stay);
            }
        }

        double over(double[] gradient) {
            double sum = 0;
            double gR = 0;
            double gAlpha = 0;
            double gA = 0;
            double gB = 0;
            for (int i = 0; i < histories.size(); i++) {
                int x = histories.repeats(i);
                double weight = histories.weight(i);
                double age = alpha + histories.watched(i);
                double logAge = Math.log(age);
                double gone = 0;
                double logMore = 0;
                double logAgo = 0;
                double ago = age;
                if (x > 0 || shift > 0) {
                    ago = alpha + histories.last(i);
                    logAgo = Math.log(ago);
                    double odds = a / (later + x - 1) * Math.exp((r + x) * (logAge - logAgo));
                    gone = odds < Double.POSITIVE_INFINITY ? odds / (1 + odds) : 1;
                    logMore = Math.log(1 + odds);
                    gA += weight * gone / a;
                    gB -= weight * gone / (later + x - 1);
                }
                sum += weight * (constant[x] - (r + x) * logAge + logMore);
                gR += weight * (byR[x] - (1 - gone) * logAge - gone * logAgo);
                gAlpha += weight * (r / alpha - (r + x) * ((1 - gone) / age + gone / ago));
                gA += weight * byA[x];
                gB += weight * byB[x];
            }
            gradient[0] = gR;
            gradient[1] = gAlpha;
            gradient[2] = gA;
            gradient[3] = gB;
            return sum;
        }
    }
}
