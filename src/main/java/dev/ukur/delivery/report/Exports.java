package dev.ukur.delivery.report;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.sources.SourceSummary;
import java.util.Comparator;
import java.util.List;

/** Which exports would give what a metric lacks. */
public final class Exports {

    private final List<SourceSummary> sources;

    /**
     * The exports that can be read.
     *
     * @param sources all source profiles
     */
    public Exports(List<SourceSummary> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * A table without data.
     *
     * @param table its name
     * @param exports that fill it, those checked against a real file first
     */
    public record Gap(String table, List<SourceSummary> exports) {

        public Gap {
            exports = List.copyOf(exports);
        }
    }

    /** The gaps that keep a metric from being computed, none when it can be. */
    public List<Gap> gaps(CatalogueEntry entry) {
        return entry.missing().stream()
                .map(table -> new Gap(table, filling(table)))
                .toList();
    }

    private List<SourceSummary> filling(String table) {
        // Visits are no export's: they are built from events.
        String filled = table.equals("visits") ? "events" : table;
        return sources.stream()
                .filter(source -> source.tables().contains(filled))
                .sorted(Comparator.comparing((SourceSummary source) -> !source.verified()))
                .toList();
    }
}
