package dev.ukur.model;

import java.util.List;

/** Everything the metric catalogue is made of, built-in and the workspace's own; later entries override earlier ones. */
public record MetricDefinitions(
        List<Fact> facts, List<Dimension> dimensions, List<Measure> measures, List<Metric> metrics) {

    public MetricDefinitions {
        facts = List.copyOf(facts);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        metrics = List.copyOf(metrics);
    }
}
