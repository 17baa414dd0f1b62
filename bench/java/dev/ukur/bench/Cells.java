package dev.ukur.bench;

import dev.ukur.metrics.Answer;
import dev.ukur.store.QueryResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two answers compared cell by cell. */
final class Cells {

    private Cells() {}

    /**
     * What differs, in words; empty when all cells are equal. Ukur also gives periods and members without any row, as
     * nought or unknown: those the hand-written query need not have.
     */
    static String difference(Question question, Answer answer, QueryResult hand) {
        Map<List<Object>, List<@Nullable Object>> expected = new LinkedHashMap<>();
        for (int row = 0; row < hand.rows().size(); row++) {
            expected.put(key(question, hand, row), values(question, hand, row));
        }
        for (List<@Nullable Object> row : answer.rows()) {
            List<Object> key = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Answer.Column column = answer.columns().get(i);
                if (column.kind() != Answer.Kind.METRIC) {
                    key.add(String.valueOf(row.get(i)));
                } else if (question.metrics().contains(column.name())) {
                    values.add(row.get(i));
                }
            }
            List<@Nullable Object> other = expected.remove(key);
            if (other == null ? values.stream().anyMatch(Cells::isSomething) : !equal(values, other)) {
                return key + ": " + values + " is not " + other;
            }
        }
        return expected.isEmpty() ? "" : "missing " + expected;
    }

    private static List<Object> key(Question question, QueryResult hand, int row) {
        List<Object> key = new ArrayList<>();
        if (hand.columns().contains("period")) {
            key.add(String.valueOf((LocalDate) hand.value(row, "period")));
        }
        question.by().forEach(name -> key.add(String.valueOf(hand.value(row, name))));
        return key;
    }

    private static List<@Nullable Object> values(Question question, QueryResult hand, int row) {
        List<@Nullable Object> values = new ArrayList<>();
        question.metrics().forEach(name -> values.add(hand.value(row, name)));
        return values;
    }

    private static boolean isSomething(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() != 0;
    }

    private static boolean equal(List<@Nullable Object> values, List<@Nullable Object> others) {
        for (int i = 0; i < values.size(); i++) {
            Number value = (Number) values.get(i);
            Number other = (Number) others.get(i);
            if (value == null || other == null ? value != other : value.doubleValue() != other.doubleValue()) {
                return false;
            }
        }
        return true;
    }
}
