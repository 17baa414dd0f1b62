package dev.ukur.metrics.examples;

import dev.ukur.model.Metric;
import dev.ukur.model.WorkedExample;
import java.util.List;

/**
 * What an engine answered to every worked example.
 *
 * @param engine its name
 * @param metrics every metric of the catalogue, in its order
 */
public record Certificate(String engine, List<Line> metrics) {

    public Certificate {
        metrics = List.copyOf(metrics);
    }

    /**
     * One metric and its examples.
     *
     * @param metric the metric
     * @param passed how many examples came out as worked out by hand
     * @param failures those that did not
     */
    public record Line(Metric metric, int passed, List<Failure> failures) {

        public Line {
            failures = List.copyOf(failures);
        }

        /** How many examples the metric has. */
        public int examples() {
            return passed + failures.size();
        }
    }

    /**
     * An example that came out differently.
     *
     * @param example the example
     * @param answered what the engine gave, as text; the refusal when it refused
     */
    public record Failure(WorkedExample example, String answered) {}

    /** Whether every metric has examples and all of them came out right. */
    public boolean holds() {
        return metrics.stream().allMatch(line -> line.failures().isEmpty() && line.passed() > 0);
    }

    /** How many examples came out right. */
    public int passed() {
        return metrics.stream().mapToInt(Line::passed).sum();
    }

    /** How many examples there are. */
    public int examples() {
        return metrics.stream().mapToInt(Line::examples).sum();
    }
}
