package dev.ukur.model;

import java.util.Map;

/** Everything the metric catalogue is made of, built-in and the workspace's own; later entries override earlier ones. */
public record MetricDefinitions(
        Named<Fact> facts, Named<Dimension> dimensions, Named<Measure> measures, Named<Metric> metrics) {

    /** No definitions. */
    public static MetricDefinitions none() {
        return new MetricDefinitions(Named.of(Map.of()), Named.of(Map.of()), Named.of(Map.of()), Named.of(Map.of()));
    }

    /** These definitions and then others, which override equal names. */
    public MetricDefinitions and(MetricDefinitions others) {
        return new MetricDefinitions(
                facts.and(others.facts),
                dimensions.and(others.dimensions),
                measures.and(others.measures),
                metrics.and(others.metrics));
    }
}
