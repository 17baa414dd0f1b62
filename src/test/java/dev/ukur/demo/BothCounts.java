package dev.ukur.demo;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * The shop's numbers by month, as Ukur answers them and as the simulator counted them.
 *
 * @param ukur the workspace with the imported exports
 * @param truth the metrics of {@code truth.json}
 * @param days of the shop
 */
record BothCounts(Ukur ukur, JsonNode truth, Period days) {

    private List<YearMonth> months() {
        return days.cut(Grain.MONTH).stream()
                .map(period -> YearMonth.from(period.first()))
                .toList();
    }

    Map<YearMonth, Double> byMonth(String metric) {
        Answer answer = ukur.query(MetricQuery.series(metric, Grain.MONTH, days));
        Map<YearMonth, Double> values = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            YearMonth month = YearMonth.from((LocalDate) answer.rows().get(row).get(0));
            answer.number(row, metric).ifPresent(value -> values.put(month, value));
        }
        return values;
    }

    /** Zero and missing are the same here: the truth lists only channels that ever had something. */
    Map<YearMonth, Map<String, Double>> byChannel(String metric) {
        Answer answer = ukur.query(new MetricQuery(
                List.of(metric),
                List.of("channel"),
                Grain.MONTH,
                Optional.of(days),
                Optional.empty(),
                Optional.empty()));
        Map<YearMonth, Map<String, Double>> values = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            YearMonth month = YearMonth.from((LocalDate) answer.rows().get(row).get(0));
            String channel = String.valueOf(answer.rows().get(row).get(answer.index("channel")));
            double value = answer.number(row, metric).orElse(0.0);
            if (value != 0) {
                values.computeIfAbsent(month, m -> new TreeMap<>()).put(channel, value);
            }
        }
        return values;
    }

    Map<YearMonth, Double> total(String counted) {
        return read(month -> truth.get(counted).get("total").get(month).asDouble());
    }

    Map<YearMonth, Double> part(String counted, String dimension, String member) {
        return read(month ->
                truth.get(counted).get(dimension).get(month).get(member).asDouble());
    }

    Map<YearMonth, Map<String, Double>> channels(String counted) {
        Map<YearMonth, Map<String, Double>> values = new TreeMap<>();
        for (YearMonth month : months()) {
            truth.get(counted).get("channel").get(month.toString()).properties().stream()
                    .filter(channel -> channel.getValue().asDouble() != 0)
                    .forEach(channel -> values.computeIfAbsent(month, m -> new TreeMap<>())
                            .put(channel.getKey(), channel.getValue().asDouble()));
        }
        return values;
    }

    Map<YearMonth, Double> read(ToDoubleFunction<String> counted) {
        Map<YearMonth, Double> values = new TreeMap<>();
        months().forEach(month -> values.put(month, counted.applyAsDouble(month.toString())));
        return values;
    }
}
