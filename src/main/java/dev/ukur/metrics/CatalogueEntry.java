package dev.ukur.metrics;

import dev.ukur.model.Metric;
import java.util.List;

/**
 * A metric of the catalogue, and whether this workspace's data can give it.
 *
 * @param metric its definition
 * @param computable whether every table it needs holds data
 * @param missing canonical tables without data that it needs
 */
public record CatalogueEntry(Metric metric, boolean computable, List<String> missing) {

    /** The family of metrics that a workspace defines itself. */
    public static final String OWN = "own";

    public CatalogueEntry {
        missing = List.copyOf(missing);
    }

    /** The subject the metric belongs to: the catalogue's file it stands in, such as {@code email}, or {@link #OWN}. */
    public String family() {
        String file = metric.at().file().orElse("");
        return file.matches("[a-z]+\\.yaml") ? file.substring(0, file.indexOf('.')) : OWN;
    }
}
