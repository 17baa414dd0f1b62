package dev.ukur.kpis;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Metric;
import dev.ukur.model.Occasion;
import dev.ukur.time.FiscalCalendar;
import java.util.List;
import java.util.Optional;

/** What KPIs need of the metrics: the numbers, and the catalogue they are looked up in. */
public interface KpiMetrics {

    /**
     * Answers a question for numbers.
     *
     * @throws dev.ukur.problem.ProblemException when a name or filter is wrong, or data are missing
     */
    Answer query(MetricQuery query);

    /** On which day weeks and in which month years begin. */
    FiscalCalendar calendar();

    /** The metric of a name or alias. */
    Optional<Metric> find(String nameOrAlias);

    /**
     * Whether a metric over many periods at once reads like one period's: true for a conversion rate, false for orders,
     * which grow with the days, and for churn, which depends on how long a period is.
     */
    boolean pools(Metric metric);

    /** Whether the number of a period is the sum of the numbers of its days: true for orders, false for visitors. */
    boolean adds(Metric metric);

    /** The campaigns, promos, outages and the like of the workspace's own calendar. */
    default List<Occasion> occasions() {
        return List.of();
    }

    /** The names of all metrics, without aliases. */
    List<String> names();

    /** All metrics, and whether this workspace's data can give them. */
    List<CatalogueEntry> catalog();
}
