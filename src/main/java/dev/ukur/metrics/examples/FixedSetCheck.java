package dev.ukur.metrics.examples;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.TableColumns;
import dev.ukur.time.Grain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All metrics of which the fixed set has rows, by month and by channel, asked of two engines and compared cell by cell. */
final class FixedSetCheck {

    /** Metrics in one question: an engine that writes every step out again plans longer than it counts. */
    private static final int ASKED_TOGETHER = 6;

    private static final String CHANNEL = "channel";

    private final Function<QueryEngine, Metrics> metrics;
    private final SideBySide both;
    private final TableColumns columns;

    /** @param metrics the catalogue over an engine */
    FixedSetCheck(Function<QueryEngine, Metrics> metrics, SideBySide both, TableColumns columns) {
        this.metrics = metrics;
        this.both = both;
        this.columns = columns;
    }

    void run(QueryEngine certified) {
        Metrics asked = metrics.apply(FixedSet.on(certified, columns));
        Metrics reference = metrics.apply(FixedSet.on(both.engine(), columns));
        List<CatalogueEntry> known =
                reference.catalog().stream().filter(CatalogueEntry::computable).toList();
        compare(asked, reference, names(known), List.of());
        List<CatalogueEntry> cut = known.stream()
                .filter(entry -> entry.metric().dimensions().contains(CHANNEL))
                .toList();
        compare(asked, reference, names(cut), List.of(CHANNEL));
    }

    private static List<String> names(List<CatalogueEntry> entries) {
        return entries.stream().map(entry -> entry.metric().name()).toList();
    }

    private void compare(Metrics asked, Metrics reference, List<String> names, List<String> by) {
        for (int from = 0; from < names.size(); from += ASKED_TOGETHER) {
            MetricQuery query = new MetricQuery(
                    names.subList(from, Math.min(names.size(), from + ASKED_TOGETHER)),
                    by,
                    by.isEmpty() ? Grain.MONTH : Grain.TOTAL,
                    Optional.of(FixedSet.DAYS),
                    Optional.empty(),
                    Optional.empty());
            both.compare("fixed set " + query.metrics() + by, () -> asked.query(query), () -> reference.query(query));
        }
    }
}
