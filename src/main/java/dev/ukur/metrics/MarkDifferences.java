package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.stats.compare.ManyTests;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Marks the members whose rate differs from that of all other members of the period together. As many members are
 * looked at, some would differ by chance: at most one in twenty marks is to be false (Benjamini and Hochberg). Where days
 * are not final none is marked: what is still to come may come sooner to some members than to others.
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
        List<Optional<Double>> chances = chances(computed, metric);
        open(computed.answer(), metric).forEach(row -> chances.set(row, Optional.empty()));
        double[] adjusted = ManyTests.benjaminiHochberg(chances.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<@Nullable Boolean> marks = new ArrayList<>();
        int test = 0;
        for (Optional<Double> chance : chances) {
            marks.add(chance.isPresent() ? Boolean.valueOf(adjusted[test++] <= FALSE_MARKS) : null);
        }
        return marks;
    }

    /** The rows of periods whose days are not final. */
    private static List<Integer> open(Answer answer, String metric) {
        return IntStream.range(0, answer.rows().size())
                .filter(row -> answer.unsettled(answer.period(answer.rows().get(row)), metric)
                        .isPresent())
                .boxed()
                .toList();
    }

    /** Per row how likely it would be so far from all others of its period by chance. */
    private static List<Optional<Double>> chances(Computed computed, String metric) {
        Map<LocalDateTime, List<Integer>> periods = new LinkedHashMap<>();
        for (int row = 0; row < computed.keys().size(); row++) {
            periods.computeIfAbsent(computed.keys().get(row).bucket(), any -> new ArrayList<>())
                    .add(row);
        }
        List<Optional<Double>> chances =
                new ArrayList<>(Collections.nCopies(computed.keys().size(), Optional.empty()));
        periods.values().forEach(rows -> {
            List<@Nullable Evidence> evidence = new ArrayList<>();
            rows.forEach(row -> evidence.add(computed.evidence().get(row).get(metric)));
            List<@Nullable Evidence> rest = others(evidence);
            for (int i = 0; i < rows.size(); i++) {
                Evidence own = evidence.get(i);
                Evidence others = rest.get(i);
                if (own != null && others != null) {
                    chances.set(rows.get(i), own.chanceAgainst(others));
                }
            }
        });
        return chances;
    }

    /** Per piece of evidence all others together: those before it and those after it, each added up once. */
    private static List<@Nullable Evidence> others(List<@Nullable Evidence> evidence) {
        int size = evidence.size();
        List<@Nullable Evidence> others = new ArrayList<>();
        Evidence before = null;
        for (int i = 0; i < size; i++) {
            others.add(before);
            before = both(before, evidence.get(i));
        }
        Evidence after = null;
        for (int i = size - 1; i >= 0; i--) {
            others.set(i, both(others.get(i), after));
            after = both(evidence.get(i), after);
        }
        return others;
    }

    private static @Nullable Evidence both(@Nullable Evidence one, @Nullable Evidence other) {
        return one == null ? other : other == null ? one : one.and(other);
    }
}
