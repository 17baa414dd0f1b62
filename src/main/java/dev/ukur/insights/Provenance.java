package dev.ukur.insights;

import dev.ukur.metrics.Answer;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a finding comes from.
 *
 * @param asOf the moment of knowledge
 * @param metrics names of the metrics asked
 * @param period the days looked at, from the first to the last
 * @param completeUntil last day for which every source used has data
 * @param sources profiles and accounts used
 * @param warnings what was said about the numbers on the way
 */
public record Provenance(
        Instant asOf,
        Set<String> metrics,
        Optional<Period> period,
        Optional<LocalDate> completeUntil,
        Set<String> sources,
        List<Problem> warnings) {

    public Provenance {
        metrics = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(metrics));
        sources = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(sources));
        warnings = List.copyOf(warnings);
    }

    /** Of a finding for which nothing was asked yet. */
    public static Provenance at(Instant asOf) {
        return new Provenance(asOf, Set.of(), Optional.empty(), Optional.empty(), Set.of(), List.of());
    }

    /** This, and also an answer of the metrics. */
    public Provenance and(Answer answer) {
        Answer.Meta meta = answer.meta();
        Set<String> names = new LinkedHashSet<>(metrics);
        answer.columns().stream()
                .filter(column -> column.kind() == Answer.Kind.METRIC)
                .map(Answer.Column::name)
                .filter(name -> !name.endsWith("_low") && !name.endsWith("_high"))
                .forEach(names::add);
        Optional<Period> asked = meta.from().flatMap(from -> meta.to().map(to -> new Period(from, to)));
        return new Provenance(
                asOf,
                names,
                span(period, asked),
                earlier(completeUntil, meta.completeUntil()),
                union(sources, meta.sources()),
                Stream.concat(warnings.stream(), meta.warnings().stream())
                        .distinct()
                        .toList());
    }

    /** This, and also tables read without a metric: which days, and from which sources. */
    public Provenance and(Period read, List<String> from) {
        return new Provenance(
                asOf, metrics, span(period, Optional.of(read)), completeUntil, union(sources, from), warnings);
    }

    private static Set<String> union(Set<String> some, List<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Optional<Period> span(Optional<Period> one, Optional<Period> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        LocalDate first = one.get().first().isBefore(other.get().first())
                ? one.get().first()
                : other.get().first();
        LocalDate last = one.get().last().isAfter(other.get().last())
                ? one.get().last()
                : other.get().last();
        return Optional.of(new Period(first, last));
    }
}
