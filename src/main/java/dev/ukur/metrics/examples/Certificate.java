package dev.ukur.metrics.examples;

import dev.ukur.model.Metric;
import dev.ukur.model.WorkedExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine answered to every worked example.
 *
 * @param engine its name
 * @param metrics every metric of the catalogue, in its order
 * @param beside how its answers compare with those of another engine, where one was asked too
 */
public record Certificate(String engine, List<Line> metrics, Optional<Comparison> beside) {

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

    /**
     * Two engines' answers to the same questions.
     *
     * @param engine the other engine's name
     * @param cells how many cells both gave
     * @param differences what only one of them said, as text
     */
    public record Comparison(String engine, long cells, List<String> differences) {

        Comparison and(Comparison more) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(more.differences());
            return new Comparison(engine, cells + more.cells(), all);
        }

        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /** The same, with more that was asked of both engines. */
    public Certificate with(Comparison more) {
        Comparison both = beside.map(known -> known.and(more)).orElse(more);
        return new Certificate(engine, metrics, Optional.of(both));
    }

    /** Whether every metric has examples, all of them came out right, and another engine says the same. */
    public boolean holds() {
        return beside.filter(other -> !other.differences().isEmpty()).isEmpty()
                && metrics.stream().allMatch(line -> line.failures().isEmpty() && line.passed() > 0);
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
