package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the rows in the order asked for, unknown values last, and keeps the first ones when there is a limit. */
final class OrderRows implements AnswerStep {

    @Override
    public Computed apply(MetricQuery query, Computed computed, Metrics metrics) {
        Display display = query.display();
        if (display.order().isEmpty() && display.limit().isEmpty()) {
            return computed;
        }
        Answer answer = computed.answer();
        List<Integer> order = IntStream.range(0, answer.rows().size())
                .boxed()
                .sorted(display.order().map(by -> comparator(answer, by)).orElse((one, other) -> 0))
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
