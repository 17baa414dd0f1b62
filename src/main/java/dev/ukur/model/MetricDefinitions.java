package dev.ukur.model;

import java.util.List;
import java.util.stream.Stream;

/** Everything the metric catalogue is made of, built-in and the workspace's own; later entries override earlier ones. */
public record MetricDefinitions(
        List<Fact> facts,
        List<Dimension> dimensions,
        List<Measure> measures,
        List<Metric> metrics,
        List<Bounds> bounds) {

    public MetricDefinitions {
        facts = List.copyOf(facts);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        metrics = List.copyOf(metrics);
        bounds = List.copyOf(bounds);
    }

    /** These definitions and then others, which override equal names. */
    public MetricDefinitions and(MetricDefinitions others) {
        return new MetricDefinitions(
                join(facts, others.facts),
                join(dimensions, others.dimensions),
                join(measures, others.measures),
                join(metrics, others.metrics),
                join(bounds, others.bounds));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
