package dev.ukur.delivery.lab;

import dev.ukur.stats.Interval;
import dev.ukur.stats.budget.ResponseFit;
import dev.ukur.stats.impact.Decomposition;
import dev.ukur.stats.impact.Decomposition.RateMixVolume;
import java.util.Arrays;
import java.util.List;

/** What moved a number, and what spending brought in. */
final class ChangeModels {

    private ChangeModels() {}

    static Answer product(Table table, Settings settings) {
        List<String> parts = table.filled("part");
        double[] before = table.numbers("before");
        double[] after = table.numbers("after");
        double[] shapley = Decomposition.any(before, after, ChangeModels::product);
        boolean positive = Arrays.stream(before).allMatch(x -> x > 0)
                && Arrays.stream(after).allMatch(x -> x > 0);
        double[] logMean = positive ? Decomposition.product(before, after) : filledWith(Double.NaN, parts.size());
        return change(product(before), product(after))
                .rows(
                        "parts",
                        parts.size(),
                        i -> new Answer()
                                .put("part", parts.get(i))
                                .put("log_mean", logMean[i])
                                .put("shapley", shapley[i]));
    }

    static Answer mix(Table table, Settings settings) {
        List<String> segments = table.filled("segment");
        double[][] volumes = {
            table.numbers("volume_before", Range.NOT_NEGATIVE), table.numbers("volume_after", Range.NOT_NEGATIVE)
        };
        double[][] rates = {table.numbers("rate_before"), table.numbers("rate_after")};
        RateMixVolume split = Decomposition.rateMixVolume(volumes, rates);
        return change(total(volumes[0], rates[0]), total(volumes[1], rates[1]))
                .put("volume", split.volume())
                .rows(
                        "segments",
                        segments.size(),
                        i -> new Answer()
                                .put("segment", segments.get(i))
                                .put("mix", split.mix()[i])
                                .put("rate", split.rate()[i]));
    }

    static Answer response(Table table, Settings settings) {
        double[] spend = table.numbers("spend", Range.NOT_NEGATIVE);
        ResponseFit fit =
                ResponseFit.of(spend, table.numbers("response"), table.others(List.of("spend", "response", "date")));
        double mean = Arrays.stream(spend).average().orElseThrow();
        Interval marginal = fit.marginal(mean);
        return new Answer()
                .put("b", fit.curve().b())
                .put("k", fit.curve().k())
                .put("theta", fit.curve().theta())
                .put("mean_spend", mean)
                .put("marginal", fit.curve().marginal(mean))
                .put("marginal", marginal)
                .put("sure", fit.isSure());
    }

    private static Answer change(double before, double after) {
        return new Answer().put("before", before).put("after", after).put("change", after - before);
    }

    private static double product(double[] parts) {
        return Arrays.stream(parts).reduce(1, (x, y) -> x * y);
    }

    private static double total(double[] volumes, double[] rates) {
        double sum = 0;
        for (int i = 0; i < volumes.length; i++) {
            sum += volumes[i] * rates[i];
        }
        return sum;
    }

    private static double[] filledWith(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }
}
