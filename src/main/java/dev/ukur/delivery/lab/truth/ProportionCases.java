package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.AlwaysValidTest;
import dev.ukur.stats.compare.ConfidenceSequence;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.Sample;
import dev.ukur.stats.compare.Significance;
import dev.ukur.stats.compare.TwoProportions;
import java.util.Arrays;
import java.util.Map;

/** Intervals and comparisons of proportions and means. */
final class ProportionCases {

    /** Benjamini and Hochberg 1995, section 4.1. */
    private static final double[] PAPER = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0
    };

    private final Cases cases = new Cases();

    static Map<String, double[]> compute() {
        ProportionCases all = new ProportionCases();
        all.intervals();
        all.comparisons();
        all.means();
        all.sequential();
        return all.cases.all();
    }

    private void intervals() {
        for (Proportion one : new Proportion[] {
            new Proportion(81, 263), new Proportion(15, 148), new Proportion(0, 20), new Proportion(1, 29)
        }) {
            String name = (int) one.successes() + "/" + (int) one.trials();
            cases.put("wilson " + name, one.wilson())
                    .put("wilson_cc " + name, one.wilsonWithContinuity())
                    .put("clopper " + name, one.clopperPearson())
                    .put("jeffreys " + name, one.jeffreys())
                    .put("agresti-coull " + name, one.agrestiCoull())
                    .put("wald " + name, one.wald());
        }
    }

    private void comparisons() {
        cases.put("newcombe diff 56/70-48/80", two(56, 70, 48, 80).newcombe())
                .put("newcombe diff 9/10-3/10", two(9, 10, 3, 10).newcombe())
                .put("newcombe diff 6/7-2/7", two(6, 7, 2, 7).newcombe())
                .put("fisher 9/10 vs 3/10", two(9, 10, 3, 10).fisher());
        Significance clear = two(56, 70, 48, 80).zTest();
        Significance close = two(120, 2400, 156, 2450).zTest();
        cases.put("ztest 56/70 vs 48/80", clear.statistic(), clear.p())
                .put("ztest 120/2400 vs 156/2450", close.statistic(), close.p())
                .put(
                        "P(B>A) Beta(121,2281) vs Beta(157,2295) (uniform prior)",
                        two(156, 2450, 120, 2400).chanceFirstIsLarger());
        cases.put("BH q-values", ManyTests.benjaminiHochberg(PAPER))
                .put("BH rejections q=.05", rejections(ManyTests.benjaminiHochberg(PAPER)))
                .put("Bonferroni rejections", rejections(ManyTests.bonferroni(PAPER)));
    }

    private void means() {
        Estimate control = Sample.ofSums(3407, 1396.87, 52377.9767).estimate().orElseThrow();
        Estimate treatment = Sample.ofSums(3461, 2422.7, 134698.29).estimate().orElseThrow();
        cases.put("rel lift,se,lo,hi,p (means)", treatment.liftOver(control))
                .put("abs diff,se,lo,hi,p (means)", treatment.minus(control));
    }

    private void sequential() {
        ConfidenceSequence near = ConfidenceSequence.nearlyTightestAt(100);
        Estimate difference = Estimate.normal(0.05, Math.sqrt(0.0004));
        AlwaysValidTest test = new AlwaysValidTest(Math.sqrt(0.0009));
        cases.put(
                        "normal mixture rho exact optimum (Lambert W)",
                        ConfidenceSequence.tightestAt(100).rho())
                .put("normal mixture rho approx (v_opt=100)", near.rho())
                .put("normal mixture two-sided log m(10,100)", near.logMartingale(10, 100))
                .put("normal mixture two-sided bound v=100", near.bound(100))
                .put(
                        "mSPRT diff=.05 V=.0004 tau2=.0009: logLR, p, halfwidth 95%",
                        test.logRatio(difference),
                        test.p(difference),
                        test.interval(difference).width() / 2);
    }

    private static double rejections(double[] adjusted) {
        return Arrays.stream(adjusted).filter(p -> p <= 0.05).count();
    }

    private static TwoProportions two(double k1, double n1, double k2, double n2) {
        return new TwoProportions(new Proportion(k1, n1), new Proportion(k2, n2));
    }
}
