package dev.ukur.metrics;

import dev.ukur.metrics.Unsettled.Cause;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which numbers of a plan are final. A number is not while a source may restate one of the days it looks at, or while less
 * than {@link Arrived#ENOUGH} of what follows on them has arrived; nor is what it would be compared with.
 */
final class Settlement {

    private static final String BEFORE = "_before";

    private final Plan plan;
    private final Maturity maturity;
    private final Map<String, Open> open = new HashMap<>();
    private final List<Unsettled> unsettled = new ArrayList<>();
    private final Map<LocalDateTime, List<String>> withheld = new HashMap<>();

    Settlement(Plan plan, Maturity maturity) {
        this.plan = plan;
        this.maturity = maturity;
        plan.scans().stream()
                .flatMap(scan -> scan.measures().stream())
                .forEach(measure -> open.put(measure.measure().name(), new Open(restated(measure), window(measure))));
        plan.question().metrics().forEach(this::look);
    }

    /**
     * Days of a measure that are not final whatever its rows say.
     *
     * @param restated those that sources may restate, one span an account
     * @param converting those whose conversions may still come, where nothing is known of how late they come
     */
    private record Open(List<Period> restated, Optional<Period> converting) {}

    /** All numbers that are not final. */
    List<Unsettled> unsettled() {
        return unsettled.stream().distinct().toList();
    }

    /** Whether a metric's number of a period may be compared. */
    boolean isComparable(LocalDateTime bucket, String metric) {
        return !withheld.getOrDefault(bucket, List.of()).contains(metric);
    }

    private void look(MetricPlan metric) {
        Told told = new Told(
                metric.metric().name(),
                metric.measures().stream()
                        .flatMap(measure -> plan.served(measure.name()).stream())
                        .toList());
        Map<LocalDateTime, Spine.Bucket> earlier = plan.spine().buckets().stream()
                .filter(bucket -> plan.spine().isEarlier(bucket.key()))
                .collect(Collectors.toMap(Spine.Bucket::key, bucket -> bucket));
        for (Spine.Bucket bucket : plan.spine().buckets()) {
            if (!plan.spine().isEarlier(bucket.key())) {
                note(told, bucket, bucket);
                Optional.ofNullable(earlier.get(Spine.earlierKey(bucket.key())))
                        .ifPresent(before -> note(told, bucket, before));
            }
        }
    }

    /** A metric and what it is made of. */
    private record Told(String metric, List<Served> measures) {}

    /** Notes what is not final of a number that stands in the row of one period and is made of the days of another. */
    private void note(Told told, Spine.Bucket row, Spine.Bucket of) {
        String column = told.metric() + (plan.spine().isEarlier(of.key()) ? BEFORE : "");
        for (Cause cause : Cause.values()) {
            Optional<Period> days = told.measures().stream()
                    .flatMap(measure -> days(measure, of, cause).stream())
                    .reduce(Period::spanning);
            days.ifPresent(still -> {
                unsettled.add(new Unsettled(Optional.of(row.days().first()), column, cause, still));
                withheld.computeIfAbsent(row.key(), any -> new ArrayList<>()).add(told.metric());
            });
        }
    }

    private List<Period> days(Served measure, Spine.Bucket bucket, Cause cause) {
        Period seen = plan.days(measure, bucket);
        Open known = Objects.requireNonNull(open.get(measure.measure().name()));
        if (cause == Cause.RESTATED) {
            return known.restated().stream()
                    .flatMap(span -> span.common(seen).stream())
                    .toList();
        }
        return maturity
                .arrived(measure)
                .map(arrived -> arrived.of(seen)
                        .filter(share -> share.value() < Arrived.ENOUGH)
                        .flatMap(any -> arrived.immature())
                        .flatMap(days -> days.common(seen)))
                .orElseGet(() -> known.converting().flatMap(days -> days.common(seen)))
                .stream()
                .toList();
    }

    /** From which day an account's rows may still change, and their last day. */
    private record Provisional(LocalDate from, LocalDate last) {

        Provisional newer(Provisional other) {
            return other.from.isAfter(from) ? other : this;
        }
    }

    /** Of each account the days from the newest that is final to its last. */
    private static List<Period> restated(Served measure) {
        Map<String, Provisional> accounts = new LinkedHashMap<>();
        for (Survey.Slice slice : measure.slices()) {
            LocalDate first = slice.provisionalFrom();
            if (first != null) {
                accounts.merge(
                        slice.table() + " " + slice.account(),
                        new Provisional(first, slice.days().last()),
                        Provisional::newer);
            }
        }
        return accounts.values().stream()
                .flatMap(account -> from(account.from(), account.last()).stream())
                .toList();
    }

    private Optional<Period> window(Served measure) {
        return Arrivals.isConversion(measure) && maturity.arrived(measure).isEmpty()
                ? measure.coverage()
                        .map(covered -> covered.last()
                                .minusDays(ConversionFacts.days(
                                                measure.fact().conversion().orElseThrow())
                                        - 1L))
                        .flatMap(first ->
                                from(first, measure.coverage().orElseThrow().last()))
                : Optional.empty();
    }

    private static Optional<Period> from(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Period(first, last));
    }
}
