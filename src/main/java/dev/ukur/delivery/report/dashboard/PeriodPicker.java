package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LoadSummary;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days a page speaks of, and what they are compared with. Without a choice: the last whole month in the data, since a
 * month that has only begun compares badly with a whole one.
 *
 * @param days the days shown
 * @param grain month when they are one whole month, which is then compared with a whole month; else total
 * @param compare word of the comparison
 */
public record PeriodPicker(Period days, Grain grain, String compare) {

    /** What a visitor chose, as far as they did. */
    public record Choice(Optional<Period> days, Optional<Comparison> compare) {}

    static PeriodPicker of(Ukur ukur, Choice choice, List<String> metrics) {
        Period days = choice.days().orElseGet(() -> lastMonth(ukur, metrics));
        Grain grain = Grain.MONTH.around(days.first()).equals(days) ? Grain.MONTH : Grain.TOTAL;
        return new PeriodPicker(
                days, grain, choice.compare().orElse(Comparison.PREVIOUS).word());
    }

    private static Period lastMonth(Ukur ukur, List<String> metrics) {
        LocalDate last = metrics.stream()
                .map(metric -> until(ukur, metric))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseGet(() -> lastLoad(ukur));
        Period month = Grain.MONTH.around(last);
        return month.last().isAfter(last) ? Grain.MONTH.around(month.first().minusDays(1)) : month;
    }

    /** Where there are no data for any metric here: the day of the last load. */
    private static LocalDate lastLoad(Ukur ukur) {
        return ukur.loads().stream()
                .map(LoadSummary::loadedAt)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ukur.settings().zone()))
                .orElse(LocalDate.EPOCH);
    }

    private static Optional<LocalDate> until(Ukur ukur, String metric) {
        try {
            return ukur.query(new MetricQuery(
                            List.of(metric),
                            List.of(),
                            Grain.TOTAL,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                    .meta()
                    .completeUntil();
        } catch (ProblemException e) {
            return Optional.empty(); // no data for it: others may have some
        }
    }

    /** First day in ISO form, as forms want it. */
    public String from() {
        return days.first().toString();
    }

    /** Last day in ISO form. */
    public String to() {
        return days.last().toString();
    }

    /** Words of all comparisons. */
    public List<String> comparisons() {
        return Comparison.words();
    }
}
