package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.stats.customer.ShiftedBetaGeometric;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.LogRank;
import dev.ukur.stats.survival.SurvivalCurve;
import dev.ukur.stats.survival.SurvivalCurve.Band;
import dev.ukur.stats.survival.SurvivalCurve.Median;
import dev.ukur.stats.survival.SurvivalCurve.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Renewals and lifetimes. */
final class RetentionCases {

    /** Fader and Hardie 2007, Table 1, the "Regular" customers, of 1,000. */
    private static final double[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    /** The same of the "High End" customers, as shares. */
    private static final double[] HIGH_END = {1, .869, .743, .653, .593, .551, .517, .491};

    private static final double[] ACTUAL = {.223, .207, .194, .183, .173};

    private final Truth truth;
    private final Cases cases = new Cases();

    private RetentionCases(Truth truth) {
        this.truth = truth;
    }

    static Map<String, double[]> compute(Truth truth) {
        RetentionCases all = new RetentionCases(truth);
        all.renewals();
        all.leukaemia();
        all.hospital();
        return all.cases.all();
    }

    private void renewals() {
        FitResult.Fitted<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(REGULAR).fitted().orElseThrow();
        ShiftedBetaGeometric model = fit.model();
        double[] forecast =
                IntStream.rangeClosed(8, 12).mapToDouble(model::survival).toArray();
        double off = IntStream.range(0, 5)
                .mapToDouble(i -> Math.abs(forecast[i] - ACTUAL[i]) / ACTUAL[i])
                .average()
                .orElseThrow();
        cases.put("sbg.LL(1,1) per customer, high end", new ShiftedBetaGeometric(1, 1).logLikelihood(HIGH_END));
        cases.put("sbg.regular.params[alpha,beta] (7 years, n=1000)", model.alpha(), model.beta())
                .put("sbg.regular.LL", fit.logLikelihood())
                .put(
                        "sbg.regular.S(1..12)",
                        IntStream.rangeClosed(1, 12)
                                .mapToDouble(model::survival)
                                .toArray())
                .put(
                        "sbg.regular.retention r(1..12)",
                        IntStream.rangeClosed(1, 12)
                                .mapToDouble(model::retention)
                                .toArray())
                .put("sbg.regular.actual S(8..12) and MAPE of forecast", Cases.joined(ACTUAL, new double[] {off}));
    }

    private void leukaemia() {
        List<Lifetime> treated = new ArrayList<>();
        List<Lifetime> placebo = new ArrayList<>();
        // Columns of the file: group (2 is treated), weeks, ended.
        lines("retention/gehan.dat").forEach(line -> {
            String[] cell = line.strip().split("\\s+");
            Lifetime lifetime = new Lifetime(Double.parseDouble(cell[1]), cell[2].equals("1"));
            (cell[0].equals("2") ? treated : placebo).add(lifetime);
        });
        SurvivalCurve curve = SurvivalCurve.of(treated);
        double[] times = {6, 7, 10, 13, 16, 22, 23};
        LogRank test = LogRank.of(List.of(treated, placebo));
        cases.put("km.6mp.S at 6,7,10,13,16,22,23", along(curve, Step::survival, times))
                .put("km.6mp.Greenwood se", along(curve, Step::se, times))
                .put("km.6mp.median", curve.median(Band.LOG_LOG).value().orElseThrow())
                .put(
                        "km.placebo.median",
                        SurvivalCurve.of(placebo).median(Band.LOG_LOG).value().orElseThrow())
                .put(
                        "km.6mp.loglog CI at t=10",
                        curve.at(10).flatMap(step -> step.band(Band.LOG_LOG)).orElseThrow())
                .put("logrank.6mp chi2", test.chiSquare())
                .put("logrank.6mp p", test.p());
    }

    private void hospital() {
        Table lung = truth.table("retention/lung.csv");
        double[] time = lung.numbers("time");
        double[] status = lung.numbers("status");
        SurvivalCurve curve = SurvivalCurve.of(IntStream.range(0, time.length)
                .mapToObj(i -> new Lifetime(time[i], status[i] == 2))
                .toList());
        Median median = curve.median(Band.LOG);
        Step year = curve.at(365).orElseThrow();
        cases.put(
                        "km.lung.median,lcl,ucl (log CI)",
                        median.value().orElseThrow(),
                        median.low().orElseThrow(),
                        median.high().orElseThrow())
                .put("km.lung S,se at 365 d", year.survival(), year.se());
        Table aml = truth.table("retention/aml.csv");
        List<String> group = aml.texts("x");
        double[] weeks = aml.numbers("time");
        double[] ended = aml.numbers("status");
        List<List<Lifetime>> groups = group.stream()
                .distinct()
                .map(name -> IntStream.range(0, weeks.length)
                        .filter(i -> group.get(i).equals(name))
                        .mapToObj(i -> new Lifetime(weeks[i], ended[i] == 1))
                        .toList())
                .toList();
        LogRank test = LogRank.of(groups);
        cases.put("logrank.aml chi2,p", test.chiSquare(), test.p());
    }

    private static double[] along(SurvivalCurve curve, ToDoubleFunction<Step> line, double... times) {
        return Arrays.stream(times)
                .map(time -> line.applyAsDouble(curve.at(time).orElseThrow()))
                .toArray();
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(truth.path(name)).stream()
                    .filter(line -> line.strip().matches("[0-9].*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
