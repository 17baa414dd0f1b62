package dev.ukur;

import dev.ukur.kpis.KpiMetrics;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.Metric;
import dev.ukur.model.Occasion;
import dev.ukur.problem.Problems;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metrics of a workspace as its KPIs ask for them. */
final class WorkspaceMetrics implements KpiMetrics {

    private final Metrics metrics;
    private final FiscalCalendar calendar;
    private final Path folder;
    private final Optional<Instant> knownAt;
    private @Nullable List<Occasion> occasions;

    /**
     * @param knownAt answers with what was known at that moment; with all that is known when empty
     */
    WorkspaceMetrics(Metrics metrics, FiscalCalendar calendar, Path folder, Optional<Instant> knownAt) {
        this.metrics = metrics;
        this.calendar = calendar;
        this.folder = folder;
        this.knownAt = knownAt;
    }

    /** Read once: every KPI asks for them. What is wrong in the calendar is told by the check. */
    @Override
    public List<Occasion> occasions() {
        if (occasions == null) {
            occasions = WorkspaceFiles.occasions(folder, new Problems());
        }
        return occasions;
    }

    @Override
    public Answer query(MetricQuery query) {
        return metrics.query(knownAt.isPresent() ? query.asOf(knownAt) : query);
    }

    @Override
    public FiscalCalendar calendar() {
        return calendar;
    }

    @Override
    public Optional<Metric> find(String nameOrAlias) {
        return metrics.find(nameOrAlias);
    }

    @Override
    public boolean pools(Metric metric) {
        return metrics.pools(metric);
    }

    @Override
    public boolean adds(Metric metric) {
        return metrics.adds(metric);
    }

    @Override
    public List<String> names() {
        return metrics.names();
    }

    @Override
    public List<CatalogueEntry> catalog() {
        return metrics.catalog();
    }
}
