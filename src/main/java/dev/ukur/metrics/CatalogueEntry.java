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

    public CatalogueEntry {
        missing = List.copyOf(missing);
    }
}
