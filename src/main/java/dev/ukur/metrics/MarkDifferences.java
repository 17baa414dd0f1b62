package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.stats.compare.ManyTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks the members whose rate differs from that of all other members of the period together. As many members are
 * looked at, some would differ by chance: at most one in twenty marks is to be false (Benjamini and Hochberg).
 */
final class MarkDifferences implements AnswerStep {

    private static final double FALSE_MARKS = 0.05;

    @Override
    public Computed apply(MetricQuery query, Computed computed, Metrics metrics) {
        if (!query.display().differs() || query.by().isEmpty()) {
            return computed;
        }
        Computed marked = computed;
        for (Column column : computed.answer().columns()) {
            boolean judged = computed.evidence().stream().anyMatch(row -> row.containsKey(column.name()));
            if (judged && metrics.poolsByName(column.name())) {
                marked = mark(marked, column.name());
            }
        }
        return marked;
    }

    private static Computed mark(Computed computed, String metric) {
        List<@Nullable Boolean> marks = marks(computed, metric);
        Answer answer = computed.answer();
        List<Column> columns = new ArrayList<>(answer.columns());
        columns.add(new Column(metric + "_differs", Kind.MARK, Optional.empty()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            rows.add(longer(answer.rows().get(row), marks.get(row)));
        }
        List<List<@Nullable Object>> totals = new ArrayList<>();
        answer.totals().forEach(total -> totals.add(longer(total, null)));
        return computed.with(new Answer(columns, rows, totals, answer.meta()));
    }

    private static List<@Nullable Object> longer(List<@Nullable Object> row, @Nullable Object value) {
        List<@Nullable Object> longer = new ArrayList<>(row);
        longer.add(value);
        return longer;
    }

    /** Per row whether it differs; null where it cannot be told. */
    private static List<@Nullable Boolean> marks(Computed computed, String metric) {
        List<Integer> tested = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (int row = 0; row < computed.keys().size(); row++) {
            Optional<Double> chance = chance(computed, row, metric);
            if (chance.isPresent()) {
                tested.add(row);
                chances.add(chance.get());
            }
        }
        double[] adjusted = ManyTests.benjaminiHochberg(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        List<@Nullable Boolean> marks = new ArrayList<>();
        for (int row = 0; row < computed.keys().size(); row++) {
            int test = tested.indexOf(row);
            marks.add(test < 0 ? null : Boolean.valueOf(adjusted[test] <= FALSE_MARKS));
        }
        return marks;
    }

    private static Optional<Double> chance(Computed computed, int row, String metric) {
        Evidence own = computed.evidence().get(row).get(metric);
        Evidence rest = null;
        for (int other = 0; other < computed.keys().size(); other++) {
            Evidence evidence = computed.evidence().get(other).get(metric);
            boolean beside = other != row
                    && computed.keys()
                            .get(other)
                            .bucket()
                            .equals(computed.keys().get(row).bucket());
            if (beside && evidence != null) {
                rest = rest == null ? evidence : rest.and(evidence);
            }
        }
        return own == null || rest == null ? Optional.empty() : own.chanceAgainst(rest);
    }
}
