package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the rows in the order asked for, unknown values last, and keeps the first ones when there is a limit. */
final class OrderRows implements AnswerStep {

    @Override
    public Computed apply(MetricQuery query, Computed computed, Metrics metrics) {
        Display display = query.display();
        Answer answer = computed.answer();
        Optional<Comparator<Integer>> wanted = display.order()
                .map(by -> comparator(answer, by))
                .or(() -> display.top().map(any -> largestFirst(query, answer)));
        if (wanted.isEmpty() && display.limit().isEmpty()) {
            return computed;
        }
        List<Integer> order = IntStream.range(0, answer.rows().size())
                .boxed()
                .sorted(wanted.orElse((one, other) -> 0))
                .limit(display.limit().orElse(Integer.MAX_VALUE))
                .toList();
        List<List<@Nullable Object>> rows =
                order.stream().map(row -> answer.rows().get(row)).toList();
        boolean keyed = !computed.keys().isEmpty();
        return new Computed(
                new Answer(answer.columns(), rows, answer.totals(), answer.meta()),
                keyed ? order.stream().map(row -> computed.keys().get(row)).toList() : List.of(),
                keyed ? order.stream().map(row -> computed.evidence().get(row)).toList() : List.of());
    }

    /** Period by period the largest members first, and all others together after them. */
    private static Comparator<Integer> largestFirst(MetricQuery query, Answer answer) {
        int member = answer.index(query.by().get(0));
        Comparator<Integer> period = answer.columns().get(0).kind() == Answer.Kind.TIME
                ? comparator(answer, new Display.Order(answer.columns().get(0).name(), false))
                : (one, other) -> 0;
        return period.thenComparing(
                        row -> ToldMembers.OTHERS.equals(answer.rows().get(row).get(member)))
                .thenComparing(comparator(answer, new Display.Order(firstMetric(answer), true)));
    }

    private static String firstMetric(Answer answer) {
        return answer.columns().stream()
                .filter(column -> column.kind() == Answer.Kind.METRIC)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Comparator<Integer> comparator(Answer answer, Display.Order order) {
        List<String> names = answer.columns().stream().map(Answer.Column::name).toList();
        int column = names.indexOf(order.column());
        if (column < 0) {
            throw new ProblemException(Problem.error("unknown-order", Location.nowhere())
                    .with("column", order.column())
                    .with("columns", String.join(", ", names)));
        }
        Comparator<Comparable<Object>> values = Comparator.naturalOrder();
        Comparator<Comparable<Object>> directed = order.descending() ? values.reversed() : values;
        return Comparator.comparing(row -> value(answer, row, column), Comparator.nullsLast(directed));
    }

    /** Values of one column are of one type. */
    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> value(Answer answer, int row, int column) {
        return (Comparable<Object>) answer.rows().get(row).get(column);
    }
}
