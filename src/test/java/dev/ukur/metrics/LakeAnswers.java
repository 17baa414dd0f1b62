package dev.ukur.metrics;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every metric by month and, where it has one, by a dimension, or why it is refused: one line a metric. */
final class LakeAnswers {

    private static final Period QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    private LakeAnswers() {}

    static List<String> of(Metrics metrics) {
        return metrics.names().stream().map(name -> told(metrics, name)).toList();
    }

    private static String told(Metrics metrics, String name) {
        MetricQuery query = new MetricQuery(
                List.of(name),
                metrics.find(name).orElseThrow().dimensions().stream().limit(1).toList(),
                Grain.MONTH,
                Optional.of(QUARTER),
                Optional.empty(),
                Optional.empty());
        try {
            return name + " " + metrics.query(query).rows();
        } catch (ProblemException e) {
            return name + " " + e.problems().stream().map(Problem::code).toList();
        }
    }
}
