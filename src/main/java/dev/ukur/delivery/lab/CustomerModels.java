package dev.ukur.delivery.lab;

import dev.ukur.stats.customer.BetaGeometric;
import dev.ukur.stats.customer.BetaGeometric.Kind;
import dev.ukur.stats.customer.GammaGamma;
import dev.ukur.stats.customer.GammaGamma.Spend;
import dev.ukur.stats.customer.History;
import dev.ukur.stats.customer.ParetoNbd;
import dev.ukur.stats.customer.RepeatModel;
import dev.ukur.stats.customer.ShiftedBetaGeometric;
import dev.ukur.stats.fit.FitResult;
import dev.ukur.stats.fit.FitResult.Fitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Customers who come back. */
final class CustomerModels {

    private static final double YEAR_OF_WEEKS = 52;

    private CustomerModels() {}

    static Answer bgnbd(Table table, Settings settings) {
        List<History> histories = histories(table);
        return repeats(BetaGeometric.fit(histories, Kind.BG), histories, settings);
    }

    static Answer mbgnbd(Table table, Settings settings) {
        List<History> histories = histories(table);
        return repeats(BetaGeometric.fit(histories, Kind.MBG), histories, settings);
    }

    static Answer paretonbd(Table table, Settings settings) {
        List<History> histories = histories(table);
        return repeats(ParetoNbd.fit(histories), histories, settings);
    }

    static Answer gammagamma(Table table, Settings settings) {
        double[] x = table.numbers("x", Range.COUNT);
        double[] mean = table.numbers("zbar", Range.NOT_NEGATIVE);
        List<Spend> customers = IntStream.range(0, x.length)
                .mapToObj(i -> new Spend(mean[i] > 0 ? (int) x[i] : 0, mean[i]))
                .toList();
        return fit(
                GammaGamma.fit(customers),
                fitted -> new Answer()
                        .put("parameters", fitted.model().parameters())
                        .put(
                                "expected",
                                customers.stream()
                                        .mapToDouble(fitted.model()::expected)
                                        .toArray()));
    }

    static Answer sbg(Table table, Settings settings) {
        double[] survivors = table.numbers("survivors", Range.NOT_NEGATIVE);
        int steps = settings.whole("--steps", 12);
        return fit(
                ShiftedBetaGeometric.fit(survivors),
                fitted -> new Answer()
                        .put(
                                "parameters",
                                fitted.model().alpha(),
                                fitted.model().beta())
                        .put(
                                "survival",
                                IntStream.rangeClosed(1, steps)
                                        .mapToDouble(fitted.model()::survival)
                                        .toArray())
                        .put(
                                "retention",
                                IntStream.rangeClosed(1, steps)
                                        .mapToDouble(fitted.model()::retention)
                                        .toArray()));
    }

    private static <M extends RepeatModel> Answer repeats(
            FitResult<M> result, List<History> histories, Settings settings) {
        double time = settings.number("--steps", YEAR_OF_WEEKS);
        return fit(
                result,
                fitted -> new Answer()
                        .put("parameters", fitted.model().parameters())
                        .put("new_customer_expected", fitted.model().expected(time))
                        .rows(
                                "customers",
                                histories.size(),
                                i -> new Answer()
                                        .put("alive", fitted.model().alive(histories.get(i)))
                                        .put("expected", fitted.model().expected(histories.get(i), time))));
    }

    /** The answer of a fit, or why the data determine none: then everything is null but the reason. */
    private static <M> Answer fit(FitResult<M> result, Function<Fitted<M>, Answer> more) {
        return result.match(
                fitted -> more.apply(fitted)
                        .put("log_likelihood", fitted.logLikelihood())
                        .put("standard_errors", fitted.standardErrors()),
                none -> new Answer().put("degenerate", none.why().name().toLowerCase(Locale.ROOT)));
    }

    private static List<History> histories(Table table) {
        double[] x = table.numbers("x", Range.COUNT);
        double[] last = table.numbers("t_x", Range.NOT_NEGATIVE);
        double[] watched = table.numbers("t", Range.NOT_NEGATIVE);
        List<Boolean> fits = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            fits.add(last[i] <= watched[i] && (x[i] == 0) == (last[i] == 0));
        }
        table.refuse("t_x", "stats-history", fits);
        return IntStream.range(0, x.length)
                .mapToObj(i -> new History((int) x[i], last[i], watched[i]))
                .toList();
    }
}
