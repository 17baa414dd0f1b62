package dev.ukur.kpis;

import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Parts;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of a metric in all complete periods of a grain: no period in it begins before the data or ends after the
 * last day for which every source has data.
 *
 * @param entries one a period, in order and without a missing period; the value may be unknown
 * @param from first day with data
 * @param completeUntil last day for which every source has data
 * @param provisionalFrom first day that a source may still restate
 * @param problems what was said about the answer, or why there is none
 */
record History(
        List<Entry> entries,
        Optional<LocalDate> from,
        Optional<LocalDate> completeUntil,
        Optional<LocalDate> provisionalFrom,
        List<Problem> problems) {

    /**
     * The value of one complete period.
     *
     * @param parts what it divides, where that is known
     * @param arriving what of it has not arrived yet; empty when it has
     */
    record Entry(Period period, Value value, Optional<Parts> parts, Optional<Answer.Immature> arriving) {

        /** Of which no parts are known. */
        Entry(Period period, Value value) {
            this(period, value, Optional.empty(), Optional.empty());
        }
    }

    History {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** A history without numbers. */
    static History none(List<Problem> problems) {
        return new History(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), problems);
    }

    /** This history with nothing in it that happened after a day. */
    History until(LocalDate day) {
        return new History(
                entries.stream()
                        .filter(entry -> !entry.period().last().isAfter(day))
                        .toList(),
                from,
                completeUntil.map(last -> last.isAfter(day) ? day : last),
                provisionalFrom,
                problems);
    }

    /** The periods that no source may still restate; only these are compared and learnt from. */
    History mature() {
        return new History(
                entries.stream().filter(this::isMature).toList(), from, completeUntil, provisionalFrom, problems);
    }

    /** Whether no source may still restate a period. */
    boolean isMature(Entry entry) {
        return isMature(entry.period());
    }

    /** Whether no source may still restate some days. */
    boolean isMature(Period days) {
        return provisionalFrom.filter(first -> !first.isAfter(days.last())).isEmpty();
    }

    /** The last complete period with its value. */
    Optional<Entry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** The value before the last one. */
    Value previous() {
        return entries.size() < 2
                ? Value.unknown()
                : entries.get(entries.size() - 2).value();
    }

    /** The value of a period; unknown when it is not complete. */
    Optional<Double> at(Period period) {
        return entries.stream()
                .filter(entry -> entry.period().equals(period))
                .findFirst()
                .flatMap(entry -> entry.value().value());
    }

    /** The last periods, oldest first. */
    List<Point> trend(int most) {
        return entries.subList(Math.max(0, entries.size() - most), entries.size()).stream()
                .map(entry -> new Point(entry.period(), entry.value().value(), !isMature(entry)))
                .toList();
    }

    /** The values since the last unknown one, oldest first; none when the last value itself is unknown. */
    List<Double> unbroken() {
        return unbrokenEntries().stream()
                .map(entry -> entry.value().value().orElseThrow())
                .toList();
    }

    /** The periods since the last one without a value, oldest first; none when the last one itself has none. */
    List<Entry> unbrokenEntries() {
        List<Entry> known = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.value().value().isPresent()) {
                known.add(entry);
            } else {
                known.clear();
            }
        }
        return List.copyOf(known);
    }
}
