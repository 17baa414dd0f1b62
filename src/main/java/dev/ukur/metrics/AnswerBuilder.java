package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Immature;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.Answer.Meta;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.QueryResult;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query results to an {@link Answer}: columns with units, intervals, and where the numbers come from. */
final class AnswerBuilder {

    /** A share whose possible values lie further apart than this is told as doubtful. */
    private static final double WIDE = 0.01;

    /** Ends that are an interval, not the bounds of what the source hides. */
    private static final String CONFIDENCE = "confidence";

    private final Question question;
    private final Cut cut;
    private final Instant asOf;
    private final List<MetricCells> cells;
    private List<Immature> immature = List.of();
    private List<LocalDate> arriving = List.of();
    private @Nullable Settlement settlement;

    AnswerBuilder(Question question, Cut cut, Instant asOf, boolean compared) {
        this.question = question;
        this.cut = cut;
        this.asOf = asOf;
        this.cells = question.metrics().stream()
                .map(metric -> new MetricCells(metric, compared))
                .toList();
    }

    /** The same builder, knowing how late the measures of a plan arrive. */
    AnswerBuilder knowing(Plan plan, Arrivals arrivals) {
        Maturity maturity = new Maturity(plan, arrivals);
        immature = maturity.immature();
        arriving = maturity.immatureFrom();
        settlement = new Settlement(plan, maturity);
        return this;
    }

    /** The answer of a plan that was run. */
    Computed build(Plan plan, QueryResult result, List<Problem> warnings, String sql) {
        Map<LocalDateTime, Object> told =
                plan.spine().buckets().stream().collect(Collectors.toMap(Spine.Bucket::key, this::told));
        Map<Computed.Key, Integer> earlier = earlier(plan.spine(), result);
        List<Integer> now = new ArrayList<>();
        List<Computed.Key> keys = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Map<String, Evidence>> evidence = new ArrayList<>();
        List<Map<String, Answer.Parts>> parts = new ArrayList<>();
        for (int row = 0; row < result.rows().size(); row++) {
            Computed.Key key = key(result, row);
            if (earlier.containsKey(key)) {
                continue;
            }
            MetricCells.Source source = new MetricCells.Source(
                    result,
                    row,
                    earlier.isEmpty()
                            ? null
                            : earlier.get(new Computed.Key(Spine.earlierKey(key.bucket()), key.members())));
            now.add(row);
            keys.add(key);
            rows.add(row(key, source, told));
            evidence.add(evidence(source));
            parts.add(parts(source));
        }
        List<Problem> problems = new ArrayList<>(warnings);
        problems.addAll(unknownValues(plan, result));
        problems.addAll(unbookedCosts(result, now));
        List<Column> columns = columns();
        problems.addAll(wideBounds(columns, rows));
        return new Computed(new Answer(columns, rows, List.of(), parts, meta(plan, problems, sql)), keys, evidence);
    }

    /** The rows of earlier periods that others are compared with; most answers have none. */
    private Map<Computed.Key, Integer> earlier(Spine spine, QueryResult result) {
        if (!spine.comparesPeriods()) {
            return Map.of();
        }
        Map<Computed.Key, Integer> earlier = new HashMap<>();
        for (int row = 0; row < result.rows().size(); row++) {
            Computed.Key key = key(result, row);
            if (spine.isEarlier(key.bucket())) {
                earlier.put(key, row);
            }
        }
        return earlier;
    }

    private Computed.Key key(QueryResult result, int row) {
        List<@Nullable Object> members = new ArrayList<>();
        question.by().forEach(name -> members.add(result.value(row, name)));
        return new Computed.Key(cut.key(Objects.requireNonNull(result.value(row, "bucket"))), members);
    }

    private List<@Nullable Object> row(Computed.Key key, MetricCells.Source source, Map<LocalDateTime, Object> told) {
        List<@Nullable Object> values = new ArrayList<>();
        if (cut.grain() != Grain.TOTAL) {
            values.add(told.get(key.bucket()));
        }
        values.addAll(key.members());
        cells.forEach(metric -> values.addAll(metric.values(source, isComparable(key, metric))));
        return values;
    }

    private boolean isComparable(Computed.Key key, MetricCells metric) {
        return settlement == null || settlement.isComparable(key.bucket(), metric.name());
    }

    private Map<String, Evidence> evidence(MetricCells.Source source) {
        return byMetric(metric -> metric.evidence(source));
    }

    private Map<String, Answer.Parts> parts(MetricCells.Source source) {
        return byMetric(metric -> metric.parts(source));
    }

    /** What is found of each metric; an answer has many rows, and of most metrics nothing is. */
    private <T> Map<String, T> byMetric(Function<MetricCells, Optional<T>> of) {
        Map<String, T> found = Map.of();
        for (MetricCells metric : cells) {
            Optional<T> value = of.apply(metric);
            if (value.isPresent()) {
                found = found.isEmpty() ? new HashMap<>() : found;
                found.put(metric.name(), value.get());
            }
        }
        return found;
    }

    /** All periods, all unknown. */
    Answer unknown(Spine spine, List<Problem> warnings) {
        int metrics = columns().size() - (cut.grain() == Grain.TOTAL ? 0 : 1);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Spine.Bucket bucket : spine.buckets()) {
            List<@Nullable Object> row = new ArrayList<>();
            if (cut.grain() != Grain.TOTAL) {
                row.add(told(bucket));
            }
            row.addAll(Collections.nCopies(metrics, null));
            rows.add(row);
        }
        return new Answer(columns(), rows, emptyMeta(Optional.of(spine.period()), warnings));
    }

    /** A period as the answer tells it: by the first of its days that were asked for, or by its hour. */
    private Object told(Spine.Bucket bucket) {
        return cut.isByHour() ? bucket.key() : bucket.days().first();
    }

    /** No rows at all. */
    Answer withoutRows(Optional<Period> period, List<Problem> warnings) {
        return new Answer(columns(), List.of(), emptyMeta(period, warnings));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (cut.grain() != Grain.TOTAL) {
            columns.add(new Column("period", Kind.TIME, Optional.empty()));
        }
        question.by().forEach(name -> columns.add(new Column(name, Kind.DIMENSION, Optional.empty())));
        cells.forEach(metric -> columns.addAll(metric.columns()));
        return columns;
    }

    private Meta meta(Plan plan, List<Problem> warnings, String sql) {
        List<Survey.Slice> slices = plan.scans().stream()
                .flatMap(scan -> scan.measures().stream())
                .flatMap(measure -> measure.slices().stream())
                .distinct()
                .toList();
        return new Meta(
                asOf,
                Optional.of(plan.spine().period().first()),
                Optional.of(plan.spine().period().last()),
                least(newest(slices, slice -> slice.days().last())),
                provisionalFrom(plan, slices),
                slices.stream().map(Survey.Slice::source).distinct().sorted().toList(),
                partial(plan, least(newest(slices, slice -> slice.days().last()))),
                immature,
                settlement == null ? List.of() : settlement.unsettled(),
                warnings,
                sql);
    }

    /** The first day that a source may still restate, or whose conversions may still come. */
    private Optional<LocalDate> provisionalFrom(Plan plan, List<Survey.Slice> slices) {
        List<LocalDate> days = newest(slices, Survey.Slice::provisionalFrom);
        for (Scan scan : plan.scans()) {
            scan.fact()
                    .conversion()
                    .ifPresent(conversion -> scan.measures().stream()
                            .flatMap(measure -> measure.coverage().stream())
                            .forEach(covered ->
                                    days.add(covered.last().minusDays(ConversionFacts.days(conversion) - 1L))));
        }
        days.addAll(arriving);
        return least(days);
    }

    /** Periods of which days are missing. */
    private List<LocalDate> partial(Plan plan, Optional<LocalDate> completeUntil) {
        if (cut.grain() == Grain.TOTAL) {
            return List.of();
        }
        return plan.spine().buckets().stream()
                .filter(bucket -> !plan.spine().isEarlier(bucket.key()))
                .map(Spine.Bucket::days)
                .filter(days -> !days.equals(cut.around(days.first()))
                        || completeUntil.filter(days.last()::isAfter).isPresent())
                .map(Period::first)
                .distinct()
                .toList();
    }

    /** The newest day of each account of each table: two exports of one account tell of the same days. */
    private static List<LocalDate> newest(List<Survey.Slice> slices, Function<Survey.Slice, @Nullable LocalDate> day) {
        Map<String, List<Survey.Slice>> byAccount =
                slices.stream().collect(Collectors.groupingBy(slice -> slice.table() + " " + slice.account()));
        List<LocalDate> days = new ArrayList<>();
        for (List<Survey.Slice> account : byAccount.values()) {
            account.stream()
                    .flatMap(slice -> Optional.ofNullable(day.apply(slice)).stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(days::add);
        }
        return days;
    }

    private static Optional<LocalDate> least(List<LocalDate> days) {
        return days.stream().min(Comparator.naturalOrder());
    }

    private Meta emptyMeta(Optional<Period> period, List<Problem> warnings) {
        return new Meta(
                asOf,
                period.map(Period::first),
                period.map(Period::last),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                warnings,
                "");
    }

    /** Sums leave out rows whose number is not known; how many is told. */
    private static List<Problem> unknownValues(Plan plan, QueryResult result) {
        List<Problem> problems = new ArrayList<>();
        plan.scans().stream()
                .flatMap(scan -> scan.measures().stream())
                .filter(Served::sums)
                .forEach(measure -> {
                    String name = measure.measure().name();
                    int column = result.index(name + ScanSql.UNKNOWN);
                    long rows = result.rows().stream()
                            .map(row -> row.get(column))
                            .mapToLong(value -> value == null ? 0 : ((Number) value).longValue())
                            .sum();
                    if (rows > 0) {
                        problems.add(Problem.warning("unknown-values", Location.nowhere())
                                .with("measure", name)
                                .with("rows", rows));
                    }
                });
        return problems;
    }

    /** Where costs are divided of which none was booked, the number is blank and not nought. */
    private List<Problem> unbookedCosts(QueryResult result, List<Integer> told) {
        List<Problem> problems = new ArrayList<>();
        for (MetricPlan metric : question.metrics()) {
            String name = metric.metric().name();
            String column = name + DividedCosts.UNBOOKED;
            long rows = result.columns().contains(column)
                    ? told.stream()
                            .map(row -> (Number) result.value(row, column))
                            .filter(blank -> blank != null && blank.intValue() == 1)
                            .count()
                    : 0;
            if (rows > 0) {
                problems.add(Problem.warning("costs-not-booked", Location.nowhere())
                        .with("metric", name)
                        .with("rows", rows));
            }
        }
        return problems;
    }

    private List<Problem> wideBounds(List<Column> columns, List<List<@Nullable Object>> rows) {
        List<Problem> problems = new ArrayList<>();
        for (MetricPlan metric : question.metrics()) {
            if (metric.ends().isEmpty()
                    || metric.metric().interval().filter(CONFIDENCE::equals).isPresent()) {
                continue;
            }
            String name = metric.metric().name();
            int low = columns.stream().map(Column::name).toList().indexOf(name + "_low");
            long wide = rows.stream()
                    .filter(row -> row.get(low) instanceof Double least
                            && row.get(low + 1) instanceof Double most
                            && most - least > WIDE)
                    .count();
            if (wide > 0) {
                problems.add(Problem.warning(
                                metric.metric().interval().equals(Optional.of("censored"))
                                        ? "censored-share"
                                        : "hidden-share",
                                Location.nowhere())
                        .with("metric", name)
                        .with("rows", wide));
            }
        }
        return problems;
    }
}
