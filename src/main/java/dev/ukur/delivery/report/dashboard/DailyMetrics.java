package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Metric;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LoadSummary;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The metrics of a workspace that are known day by day: on more than half of the days of its last eight weeks. Found by asking the
 * data, a family of metrics at a time; a definition alone does not tell it.
 */
final class DailyMetrics {

    private static final int DAYS = 56;

    private final Ukur ukur;

    private DailyMetrics(Ukur ukur) {
        this.ukur = ukur;
    }

    /** In the order of the catalogue. */
    static List<Metric> of(Ukur ukur) {
        DailyMetrics daily = new DailyMetrics(ukur);
        return daily.lastWeeks()
                .map(weeks -> ukur.catalog().stream()
                        .filter(CatalogueEntry::computable)
                        .collect(Collectors.groupingBy(CatalogueEntry::family))
                        .values()
                        .stream()
                        .flatMap(family -> daily.known(family, weeks).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Up to the newest day that any data speak of, and not beyond today: plans and subscriptions speak of later ones. */
    private Optional<Period> lastWeeks() {
        Optional<LocalDate> loaded = ukur.loads().stream()
                .map(LoadSummary::loadedAt)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ukur.settings().zone()));
        return ukur.loads().stream()
                .filter(load -> load.undoneBy().isEmpty())
                .flatMap(load -> load.days().stream())
                .map(Period::last)
                .max(Comparator.naturalOrder())
                .flatMap(last -> loaded.map(day -> last.isBefore(day) ? last : day))
                .map(last -> new Period(last.minusDays(DAYS - 1L), last));
    }

    private List<Metric> known(List<CatalogueEntry> family, Period weeks) {
        List<String> names = family.stream().map(entry -> entry.metric().name()).toList();
        try {
            Map<String, Long> days = days(ukur.query(question(names, weeks)));
            return family.stream()
                    .map(CatalogueEntry::metric)
                    .filter(metric -> days.getOrDefault(metric.name(), 0L) > DAYS / 2)
                    .toList();
        } catch (ProblemException e) {
            return names.size() == 1
                    ? List.of() // not known by the day
                    : family.stream()
                            .flatMap(one -> known(List.of(one), weeks).stream())
                            .toList();
        }
    }

    private static MetricQuery question(List<String> names, Period weeks) {
        return new MetricQuery(names, List.of(), Grain.DAY, Optional.of(weeks), Optional.empty(), Optional.empty());
    }

    /** On how many days each is known. */
    private static Map<String, Long> days(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.columns().forEach(column -> names.add(column.name()));
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> answer.rows().stream()
                                .filter(row -> row.get(names.indexOf(name)) != null)
                                .count()));
    }
}
