package dev.ukur.metrics;

import dev.ukur.time.Grain;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the members of the first dimension with the largest numbers of the first metric over the whole period. */
final class TopMembers {

    private TopMembers() {}

    /** The members to be told by name; empty when all are. */
    static Optional<ToldMembers> of(MetricQuery query, Metrics metrics) {
        Optional<Integer> top = query.display().top();
        if (top.isEmpty() || query.by().isEmpty()) {
            return Optional.empty();
        }
        String dimension = query.by().get(0);
        Answer answer = metrics.compute(
                        query.by(List.of(dimension), Grain.TOTAL).display(Display.PLAIN), Optional.empty())
                .answer();
        Comparator<@Nullable Double> largest = Comparator.nullsLast(Comparator.reverseOrder());
        List<@Nullable String> names = IntStream.range(0, answer.rows().size())
                .boxed()
                .sorted(Comparator.comparing(
                        row -> (Double) answer.rows().get(row).get(1), largest))
                .limit(top.get())
                .map(row -> (String) answer.rows().get(row).get(0))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        return answer.rows().size() <= top.get() ? Optional.empty() : Optional.of(new ToldMembers(dimension, names));
    }
}
