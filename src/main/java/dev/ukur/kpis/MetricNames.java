package dev.ukur.kpis;

import dev.ukur.problem.Nearest;
import java.util.ArrayList;
import java.util.List;

/** The names and aliases of the catalogue. */
final class MetricNames {

    private static final String NONE = "–";

    private MetricNames() {}

    /** The metric that a misspelt name most likely means, by its code name; a dash when none is near. */
    static String nearest(String name, KpiMetrics metrics) {
        List<String> known = new ArrayList<>(metrics.names());
        metrics.catalog().forEach(entry -> known.addAll(entry.metric().aliases()));
        return Nearest.to(name, known)
                .map(near -> metrics.find(near).map(metric -> metric.name()).orElse(near))
                .orElse(NONE);
    }
}
