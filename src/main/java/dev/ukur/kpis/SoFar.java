package dev.ukur.kpis;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came in some days as far as they are known for good.
 *
 * @param sum of the days known; 0 before the first
 * @param until the last day known, which may lie before the first
 */
record SoFar(double sum, LocalDate until) {

    /** Of the days where they are known, else of whole periods; empty when the first of them are not known. */
    static Optional<SoFar> of(Period span, Outlook.Known known) {
        Optional<SoFar> ofDays = known.days().flatMap(days -> ofDays(span, days));
        return ofDays.or(() -> ofPeriods(span, known.history().mature()));
    }

    private static Optional<SoFar> ofDays(Period span, Days days) {
        LocalDate until = earlier(days.span().last(), span.last());
        return until.isBefore(span.first())
                ? Optional.of(new SoFar(0, until))
                : days.sum(new Period(span.first(), until)).map(sum -> new SoFar(sum, until));
    }

    private static Optional<SoFar> ofPeriods(Period span, History history) {
        Optional<LocalDate> last = history.last().map(entry -> entry.period().last());
        if (last.isEmpty() || last.get().isBefore(span.first())) {
            return last.map(day -> new SoFar(0, day));
        }
        List<History.Entry> inside = history.entries().stream()
                .filter(entry -> span.holds(entry.period()))
                .toList();
        boolean whole = !inside.isEmpty()
                && inside.get(0).period().first().equals(span.first())
                && inside.stream().allMatch(entry -> entry.value().value().isPresent());
        return whole
                ? Optional.of(new SoFar(
                        inside.stream()
                                .mapToDouble(entry -> entry.value().value().orElseThrow())
                                .sum(),
                        inside.get(inside.size() - 1).period().last()))
                : Optional.empty();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
