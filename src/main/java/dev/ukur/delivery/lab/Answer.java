package dev.ukur.delivery.lab;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An answer as a tree of names and values, in the order put in. What is not known is null. */
final class Answer {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Answer put(String name, double value) {
        values.put(name, number(value));
        return this;
    }

    Answer put(String name, String text) {
        values.put(name, text);
        return this;
    }

    Answer put(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    Answer put(String name, Optional<Double> value) {
        values.put(name, value.map(Answer::number).orElse(null));
        return this;
    }

    Answer put(String name, Interval interval) {
        return put(name + "_low", interval.low()).put(name + "_high", interval.high());
    }

    /** Value, error, both ends and p. */
    Answer put(String name, Estimate estimate) {
        return put(name, estimate.value())
                .put(name + "_se", estimate.se())
                .put(name, estimate.interval())
                .put(name + "_p", estimate.p());
    }

    Answer put(String name, double... numbers) {
        List<@Nullable Object> list = new ArrayList<>();
        for (double value : numbers) {
            list.add(number(value));
        }
        values.put(name, list);
        return this;
    }

    Answer put(String name, List<Double> numbers) {
        return put(name, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Answer put(String name, Answer inner) {
        values.put(name, inner.values);
        return this;
    }

    /** One object for each of so many rows. */
    Answer rows(String name, int count, IntFunction<Answer> row) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row.apply(i).values);
        }
        values.put(name, rows);
        return this;
    }

    /** As JSON. */
    String json() {
        return JsonMapper.shared().writeValueAsString(values);
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
