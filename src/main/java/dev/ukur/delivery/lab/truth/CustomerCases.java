package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.stats.customer.BetaGeometric;
import dev.ukur.stats.customer.BetaGeometric.Kind;
import dev.ukur.stats.customer.BetaGeometricBernoulli;
import dev.ukur.stats.customer.GammaGamma;
import dev.ukur.stats.customer.GammaGamma.Spend;
import dev.ukur.stats.customer.History;
import dev.ukur.stats.customer.ParetoNbd;
import dev.ukur.stats.customer.RepeatModel;
import dev.ukur.stats.fit.FitResult.Fitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Customers of CDNOW and donors: how often, for how much, and whether they stay. */
final class CustomerCases {

    private final Truth truth;
    private final Cases cases = new Cases();

    private CustomerCases(Truth truth) {
        this.truth = truth;
    }

    static Map<String, double[]> compute(Truth truth) {
        CustomerCases all = new CustomerCases(truth);
        List<History> histories = all.histories("clv/cdnow_summary.csv", "frequency", "recency");
        Fitted<BetaGeometric> geometric =
                BetaGeometric.fit(histories, Kind.BG).fitted().orElseThrow();
        Fitted<ParetoNbd> pareto = ParetoNbd.fit(histories).fitted().orElseThrow();
        all.geometric(histories, geometric);
        all.pareto(pareto);
        all.holdout();
        all.spend();
        all.donors();
        return all.cases.all();
    }

    static Map<String, double[]> computeExtra(Truth truth) {
        CustomerCases all = new CustomerCases(truth);
        List<History> histories = all.histories("clv/cdnow_summary.csv", "frequency", "recency");
        BetaGeometric model =
                BetaGeometric.fit(histories, Kind.BG).fitted().orElseThrow().model();
        double[] alive = histories.stream().mapToDouble(model::alive).toArray();
        return all.cases
                .put(
                        "palive.mean, share of customers with P(alive)<.5",
                        Arrays.stream(alive).average().orElseThrow(),
                        Arrays.stream(alive).filter(p -> p < 0.5).count() / (double) alive.length)
                .all();
    }

    private void geometric(List<History> histories, Fitted<BetaGeometric> fit) {
        BetaGeometric model = fit.model();
        BetaGeometric paper = new BetaGeometric(0.243, 4.414, 0.793, 2.426, Kind.BG);
        cases.put("cdnow.n", histories.size())
                .put("bgnbd.cdnow.params[r,alpha,a,b]", model.parameters())
                .put("bgnbd.cdnow.LL", fit.logLikelihood())
                .put("bgnbd.cdnow.se", fit.standardErrors())
                .put(
                        "bgnbd.E[X(t)] t=.1429,1,3,31.8571,32,78",
                        Arrays.stream(new double[] {.1429, 1, 3, 31.8571, 32, 78})
                                .map(model::expected)
                                .toArray())
                .put("bgnbd.E[X(52)]", model.expected(52))
                .put("bgnbd.CE x=2,tx=30.43,T=38.86,t=39", model.expected(new History(2, 30.43, 38.86), 39))
                .put("bgnbd.CE cust1516 x=26 tx=30.857 T=31 t=52", model.expected(customer1516(), 52))
                .put("bgnbd.palive cust1516", model.alive(customer1516()))
                .put("bgnbd.CE x=10,15,20,25 tx=20 T=39 t=52", lively(model))
                .put("bgnbd.pmf(t=39,n=0) at paper params", paper.probability(0, 39))
                .put(
                        "bgnbd.pmf(t=30,n=11..20) at paper params",
                        IntStream.rangeClosed(11, 20)
                                .mapToDouble(n -> paper.probability(n, 30))
                                .toArray());
    }

    private void pareto(Fitted<ParetoNbd> fit) {
        ParetoNbd model = fit.model();
        cases.put("pnbd.cdnow.params[r,alpha,s,beta]", model.parameters())
                .put("pnbd.cdnow.LL", fit.logLikelihood())
                .put("pnbd.cdnow.se", fit.standardErrors())
                .put("pnbd.E[X(52)]", model.expected(52))
                .put("pnbd.CE cust1516 t=52", model.expected(customer1516(), 52))
                .put("pnbd.palive cust1516", model.alive(customer1516()))
                .put("pnbd.CE x=10,15,20,25 tx=20 T=39 t=52", lively(model));
    }

    private void holdout() {
        CdnowLog log = CdnowLog.read(truth.path("clv/cdnow_sample_transactions.txt"));
        List<History> histories = log.histories();
        Fitted<BetaGeometric> unrounded =
                BetaGeometric.fit(histories, Kind.BG).fitted().orElseThrow();
        BetaGeometric geometric = unrounded.model();
        BetaGeometric modified =
                BetaGeometric.fit(histories, Kind.MBG).fitted().orElseThrow().model();
        ParetoNbd pareto = ParetoNbd.fit(histories).fitted().orElseThrow().model();
        cases.put("bgnbd.cdnow_unrounded.params", geometric.parameters())
                .put("bgnbd.cdnow_unrounded.LL", unrounded.logLikelihood())
                .put(
                        "cdnow.from_log.n,sum x,sum x*",
                        histories.size(),
                        histories.stream().mapToInt(History::repeats).sum(),
                        Arrays.stream(log.later()).sum());
        cases.put("holdout39.bin sizes", log.binSizes())
                .put("holdout39.actual mean x* by x=0..6,7+", log.meanByBin(log.later()))
                .put("holdout39.bgnbd expected by bin", log.meanByBin(expected(geometric, histories)))
                .put("holdout39.pnbd expected by bin", log.meanByBin(expected(pareto, histories)))
                .put(
                        "holdout39.total actual, BG, MBG, Pareto",
                        Arrays.stream(log.later()).sum(),
                        Arrays.stream(expected(geometric, histories)).sum(),
                        Arrays.stream(expected(modified, histories)).sum(),
                        Arrays.stream(expected(pareto, histories)).sum());
    }

    private void spend() {
        // The file has no header: ID, x, t_x, T, zbar.
        List<Spend> customers = new ArrayList<>();
        for (double[] row : PlainRows.read(truth.path("clv/cdnow_summary_spend.csv"), ",")) {
            customers.add(new Spend((int) row[1], row[4]));
        }
        Fitted<GammaGamma> fit = GammaGamma.fit(customers).fitted().orElseThrow();
        GammaGamma paper = new GammaGamma(6.25, 3.74, 15.44);
        cases.put(
                        "gg.cdnow.n",
                        customers.stream()
                                .filter(one -> one.purchases() > 0 && one.mean() > 0)
                                .count())
                .put("gg.cdnow.params[p,q,gamma]", fit.model().parameters())
                .put("gg.cdnow.LL", fit.logLikelihood())
                .put(
                        "gg.E[M|x,z] first 10 customers at p=6.25 q=3.74 g=15.44",
                        customers.stream()
                                .limit(10)
                                .mapToDouble(paper::expected)
                                .toArray())
                .put("gg.E[M] population mean", fit.model().expected(new Spend(0, 0)));
    }

    private void donors() {
        Table table = truth.table("clv/donations_bgbb.csv");
        double[] x = table.numbers("frequency");
        double[] last = table.numbers("recency");
        double[] rounds = table.numbers("periods");
        double[] weights = table.numbers("weights");
        Fitted<BetaGeometricBernoulli> fit = BetaGeometricBernoulli.fit(IntStream.range(0, x.length)
                        .mapToObj(i -> new BetaGeometricBernoulli.Group(
                                (int) x[i], (int) last[i], (int) rounds[i], weights[i]))
                        .toList())
                .fitted()
                .orElseThrow();
        cases.put("bgbb.donations.params", fit.model().parameters()).put("bgbb.donations.LL", fit.logLikelihood());
    }

    private List<History> histories(String file, String repeats, String last) {
        Table table = truth.table(file);
        double[] x = table.numbers(repeats);
        double[] recent = table.numbers(last);
        double[] watched = table.numbers("t");
        return IntStream.range(0, x.length)
                .mapToObj(i -> new History((int) x[i], recent[i], watched[i]))
                .toList();
    }

    /** The customer of the BTYD vignette. */
    private static History customer1516() {
        return new History(26, 216 / 7.0, 31);
    }

    private static double[] lively(RepeatModel model) {
        return IntStream.of(10, 15, 20, 25)
                .mapToDouble(x -> model.expected(new History(x, 20, 39), 52))
                .toArray();
    }

    private static double[] expected(RepeatModel model, List<History> histories) {
        return histories.stream()
                .mapToDouble(history -> model.expected(history, 39))
                .toArray();
    }
}
