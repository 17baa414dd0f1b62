package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.Interval;
import dev.ukur.stats.Normal;
import dev.ukur.stats.SeasonalNaive;
import dev.ukur.stats.forecast.Accuracy;
import dev.ukur.stats.forecast.HoltWinters;
import dev.ukur.stats.forecast.HoltWinters.Season;
import dev.ukur.stats.forecast.Method;
import dev.ukur.stats.forecast.Smoothing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Air passengers and the hourly series of the M4 competition. */
final class ForecastCases {

    private static final int YEAR = 12;
    private static final int DAY = 24;

    private final Cases cases = new Cases();

    static Map<String, double[]> compute(Truth truth) {
        ForecastCases all = new ForecastCases();
        double[] series = truth.table("forecast/air_passengers.csv").numbers("y");
        double[] known = Arrays.copyOf(series, 132);
        double[] last = Arrays.copyOfRange(series, 132, 144);
        all.smoothing(known);
        all.seasons("add", Season.ADDED, series, known, last);
        all.seasons("mult", Season.MULTIPLIED, series, known, last);
        all.benchmarks(known, last);
        all.competition(M4Series.read(truth.path("forecast/m4_hourly.csv.gz")));
        return all.cases.all();
    }

    static Map<String, double[]> computeIntervals(Truth truth) {
        double[] known =
                Arrays.copyOf(truth.table("forecast/air_passengers.csv").numbers("y"), 132);
        Smoothing simple = Smoothing.simple(known);
        Interval near = middle(simple.distribution(1));
        Interval far = middle(simple.distribution(12));
        HoltWinters fixed = HoltWinters.smooth(known, YEAR, Season.ADDED, new double[] {.25, .03, .5});
        return new Cases()
                .put("pi.ses lower/upper 95% at h=1,12", near.low(), far.low(), near.high(), far.high())
                .put(
                        "hw.add fixed parameters (.25,.03,.5), R start: SSE, a, b",
                        fixed.state().squares(),
                        fixed.state().level(),
                        fixed.state().trend())
                .put("hw.add fixed: seasonal states", fixed.state().seasons())
                .all();
    }

    private void smoothing(double[] known) {
        Smoothing simple = Smoothing.simple(known);
        Smoothing.Run run = simple.run();
        cases.put(
                        "ses.airpassengers132 alpha, l0, level, SSE",
                        simple.alpha(),
                        run.startLevel(),
                        run.level(),
                        run.squares())
                .put("holt.airpassengers132 SSE", Smoothing.holt(known).run().squares())
                .put(
                        "theta.airpassengers132 forecast 12",
                        Method.deseasonalised(Method.theta(), YEAR).forecast(known, YEAR));
    }

    private void seasons(String name, Season season, double[] series, double[] known, double[] last) {
        HoltWinters fit = HoltWinters.fit(series, YEAR, season);
        double[] next = HoltWinters.fit(known, YEAR, season).forecast(YEAR);
        cases.put("hw.airpassengers." + name + " alpha,beta,gamma", fit.alpha(), fit.beta(), fit.gamma())
                .put("hw.airpassengers." + name + " SSE", fit.state().squares())
                .put("hw.airpassengers." + name + " forecast 12", fit.forecast(YEAR))
                .put(
                        "hw.airpassengers." + name + " holdout 12: sMAPE, MASE(m=12)",
                        Accuracy.smape(last, next),
                        Accuracy.mase(known, YEAR, last, next));
    }

    private void benchmarks(double[] known, double[] last) {
        benchmarks(known, last.length, YEAR)
                .forEach((name, next) -> cases.put(
                        "bench.airpassengers." + name + ": sMAPE, MASE",
                        Accuracy.smape(last, next),
                        Accuracy.mase(known, YEAR, last, next)));
    }

    private static Map<String, double[]> benchmarks(double[] known, int steps, int period) {
        Map<String, double[]> next = new LinkedHashMap<>();
        next.put("Naive", Method.naive().forecast(known, steps));
        next.put("sNaive", Method.seasonalNaive(period).forecast(known, steps));
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("Naive2", Method.naive());
        methods.put("SES", Method.simpleSmoothing());
        methods.put("Holt", Method.holt());
        methods.put("Damped", Method.damped());
        methods.put("Theta", Method.theta());
        methods.forEach((name, method) ->
                next.put(name, Method.deseasonalised(method, period).forecast(known, steps)));
        double[] three = new double[steps];
        for (String name : List.of("SES", "Holt", "Damped")) {
            double[] one = next.getOrDefault(name, three);
            Arrays.setAll(three, h -> three[h] + one[h] / 3);
        }
        next.put("Com", three);
        return next;
    }

    private void competition(List<M4Series> all) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        double msis = 0;
        double covered = 0;
        for (M4Series series : all) {
            benchmarks(series.past(), series.future().length, DAY).forEach((name, next) -> {
                double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
                sum[0] += Accuracy.smape(series.future(), next) / all.size();
                sum[1] += Accuracy.mase(series.past(), DAY, series.future(), next) / all.size();
            });
            SeasonalNaive naive = SeasonalNaive.fit(series.past(), 1);
            List<Interval> intervals = IntStream.rangeClosed(1, series.future().length)
                    .mapToObj(h -> middle(naive.forecast(h)))
                    .toList();
            msis += Accuracy.msis(series.past(), DAY, series.future(), intervals) / all.size();
            covered += IntStream.range(0, intervals.size())
                            .filter(h -> intervals.get(h).holds(series.future()[h]))
                            .count()
                    / (double) intervals.size()
                    / all.size();
        }
        sums.forEach((name, sum) -> cases.put("m4.Hourly." + name + " sMAPE,MASE (n=414)", sum));
        cases.put("m4.Hourly.Naive 95% interval MSIS, |coverage-.95|", msis, Math.abs(covered - 0.95));
    }

    private static Interval middle(Normal law) {
        return new Interval(law.quantile(0.025), law.quantile(0.975));
    }
}
