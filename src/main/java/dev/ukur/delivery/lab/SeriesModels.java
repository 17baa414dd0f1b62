package dev.ukur.delivery.lab;

import dev.ukur.stats.Interval;
import dev.ukur.stats.budget.Allocation;
import dev.ukur.stats.forecast.Prognosis;
import dev.ukur.stats.forecast.RollingOrigin;
import dev.ukur.stats.forecast.Scale;
import dev.ukur.stats.impact.DifferenceInDifferences;
import dev.ukur.stats.impact.EventDays;
import dev.ukur.stats.impact.LocalLevel;
import dev.ukur.stats.impact.Permutation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Daily series, and budgets. */
final class SeriesModels {

    private SeriesModels() {}

    static Answer permutation(Table table, Settings settings) {
        double[] values = table.numbers("value");
        boolean[] event = table.flags("event");
        return permutation(Permutation.of(values, event))
                .put("shifted", permutation(Permutation.shifted(values, event)));
    }

    private static Answer permutation(Permutation test) {
        return new Answer()
                .put("difference", test.difference())
                .put("p", test.p())
                .put("arrangements", (double) test.arrangements())
                .put("exact", test.exact());
    }

    static Answer eventDays(Table table, Settings settings) {
        EventDays days = EventDays.of(table.numbers("value"), table.flags("event"));
        return new Answer()
                .put("event_days", (double) days.eventDays())
                .put("raw_difference", days.rawDifference())
                .put("effect", days.effect().value())
                .put("effect", days.effect().interval())
                .put("p", days.test().p())
                .put("arrangements", (double) days.test().arrangements())
                .put("exact", days.test().exact())
                .put("weeks", (double) days.weeks());
    }

    static Answer impact(Table table, Settings settings) {
        double[] y = table.numbers("y");
        settings.needed("--before");
        LocalLevel answer =
                LocalLevel.of(y, byStep(table.others(List.of("y", "date")), y.length), settings.whole("--before", 1));
        return new Answer()
                .put("actual", answer.actual())
                .put("predicted", answer.predicted().value())
                .put("predicted_sd", answer.predicted().se())
                .put("effect", answer.effect())
                .put("cumulative", answer.cumulative())
                .put("relative", answer.relative())
                .put("expected", answer.expected());
    }

    private static double[][] byStep(double[][] columns, int steps) {
        double[][] rows = new double[steps][columns.length];
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < columns.length; j++) {
                rows[t][j] = columns[j][t];
            }
        }
        return rows;
    }

    static Answer did(Table table, Settings settings) {
        settings.needed("--before");
        DifferenceInDifferences answer = DifferenceInDifferences.of(
                table.numbers("treated"), table.numbers("control"), settings.whole("--before", 1));
        return new Answer().put("effect", answer.effect()).put("trend_before", answer.trendBefore());
    }

    /** The very forecast of a KPI's complete periods: on logarithms when all values are above 0. */
    static Answer forecast(Table table, Settings settings) {
        double[] values = table.numbers("value");
        int steps = settings.whole("--steps", 12);
        Scale scale = Scale.ofAmounts(Arrays.stream(values).boxed().toList());
        Prognosis said = RollingOrigin.of(
                Arrays.stream(values).map(scale::of).toArray(),
                new RollingOrigin.Horizon(settings.whole("--period", 1), steps));
        Answer errors = new Answer();
        said.errors().forEach((name, error) -> errors.put(name, error.doubleValue()));
        return new Answer()
                .put("method", said.method())
                .put("scale", scale == Scale.LOG ? "log" : "level")
                .put("errors", errors)
                .rows(
                        "forecast",
                        steps,
                        h -> new Answer()
                                .put("step", h + 1.0)
                                .put("mean", scale.back(said.mean()[h]))
                                .put("p80", around(said, h + 1, scale, 0.8))
                                .put("p95", around(said, h + 1, scale, 0.95)));
    }

    private static Interval around(Prognosis said, int step, Scale scale, double level) {
        return new Interval(
                scale.back(said.quantile(step, 0.5 - level / 2)), scale.back(said.quantile(step, 0.5 + level / 2)));
    }

    static Answer allocate(Table table, Settings settings) {
        List<String> names = table.filled("channel");
        double[] b = table.numbers("b", Range.POSITIVE);
        double[] k = table.numbers("k", Range.POSITIVE);
        double[] least = table.numbersOr("least", Range.NOT_NEGATIVE, 0);
        double[] most = table.numbersOr("most", Range.NOT_NEGATIVE, Double.POSITIVE_INFINITY);
        Allocation answer = Allocation.of(
                IntStream.range(0, b.length)
                        .mapToObj(i -> new Allocation.Channel(b[i], k[i], least[i], most[i]))
                        .toList(),
                settings.needed("--budget"));
        return new Answer()
                .rows(
                        "channels",
                        b.length,
                        i -> new Answer()
                                .put("channel", names.get(i))
                                .put("spend", answer.spends().get(i).doubleValue()))
                .put("marginal", answer.marginal())
                .put("response", answer.response());
    }
}
