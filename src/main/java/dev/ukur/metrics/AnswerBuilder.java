package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.Answer.Meta;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.stats.Wilson;
import dev.ukur.store.QueryResult;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query results to an {@link Answer}: columns with units, intervals, and where the numbers come from. */
final class AnswerBuilder {

    /** A share whose possible values lie further apart than this is told as doubtful. */
    private static final double WIDE = 0.01;

    private final Question question;
    private final Grain grain;
    private final Instant asOf;

    AnswerBuilder(Question question, Grain grain, Instant asOf) {
        this.question = question;
        this.grain = grain;
        this.asOf = asOf;
    }

    /** The answer of a plan that was run. */
    Answer build(Plan plan, QueryResult result, List<Problem> warnings, String sql) {
        Map<LocalDate, LocalDate> firstDays = plan.spine().buckets().stream()
                .collect(Collectors.toMap(
                        Spine.Bucket::key, bucket -> bucket.days().first()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < result.rows().size(); row++) {
            rows.add(row(result, row, firstDays));
        }
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(unknownValues(plan, result));
        Answer answer = new Answer(columns(), rows, meta(plan, List.of(), sql));
        all.addAll(wideBounds(answer));
        return new Answer(answer.columns(), answer.rows(), meta(plan, all, sql));
    }

    /** All periods, all unknown. */
    Answer unknown(Spine spine, List<Problem> warnings) {
        int metrics = columns().size() - (grain == Grain.TOTAL ? 0 : 1);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Spine.Bucket bucket : spine.buckets()) {
            List<@Nullable Object> row = new ArrayList<>();
            if (grain != Grain.TOTAL) {
                row.add(bucket.days().first());
            }
            row.addAll(Collections.nCopies(metrics, null));
            rows.add(row);
        }
        return new Answer(columns(), rows, emptyMeta(Optional.of(spine.period()), warnings));
    }

    /** No rows at all. */
    Answer withoutRows(Optional<Period> period, List<Problem> warnings) {
        return new Answer(columns(), List.of(), emptyMeta(period, warnings));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (grain != Grain.TOTAL) {
            columns.add(new Column("period", Kind.TIME, Optional.empty()));
        }
        question.by().forEach(name -> columns.add(new Column(name, Kind.DIMENSION, Optional.empty())));
        for (MetricPlan metric : question.metrics()) {
            String name = metric.metric().name();
            Optional<String> unit = Optional.of(metric.metric().unit().word());
            columns.add(new Column(name, Kind.METRIC, unit));
            if (metric.hasInterval()) {
                columns.add(new Column(name + "_low", Kind.METRIC, unit));
                columns.add(new Column(name + "_high", Kind.METRIC, unit));
            }
        }
        return columns;
    }

    private List<@Nullable Object> row(QueryResult result, int row, Map<LocalDate, LocalDate> firstDays) {
        List<@Nullable Object> values = new ArrayList<>();
        if (grain != Grain.TOTAL) {
            values.add(firstDays.get((LocalDate) result.value(row, "bucket")));
        }
        question.by().forEach(name -> values.add(result.value(row, name)));
        for (MetricPlan metric : question.metrics()) {
            String name = metric.metric().name();
            values.add(number(result.value(row, name)));
            if (metric.hasInterval()) {
                Double first = number(result.value(row, name + PlanSql.FIRST));
                Double second = number(result.value(row, name + PlanSql.SECOND));
                values.addAll(metric.parts().isPresent() ? wilson(first, second) : ends(first, second));
            }
        }
        return values;
    }

    private static List<@Nullable Object> wilson(@Nullable Double successes, @Nullable Double trials) {
        if (successes == null || trials == null) {
            return ends(null, null);
        }
        return Wilson.interval(successes, trials)
                .map(interval -> ends(interval.low(), interval.high()))
                .orElseGet(() -> ends(null, null));
    }

    private static List<@Nullable Object> ends(@Nullable Double low, @Nullable Double high) {
        List<@Nullable Object> ends = new ArrayList<>();
        ends.add(low);
        ends.add(high);
        return ends;
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value == null ? null : Double.valueOf(((Number) value).doubleValue());
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
                least(newest(slices, Survey.Slice::provisionalFrom)),
                slices.stream().map(Survey.Slice::source).distinct().sorted().toList(),
                warnings,
                sql);
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

    private List<Problem> wideBounds(Answer answer) {
        List<Problem> problems = new ArrayList<>();
        for (MetricPlan metric : question.metrics()) {
            if (metric.ends().isEmpty()) {
                continue;
            }
            String name = metric.metric().name();
            int wide = 0;
            for (int row = 0; row < answer.rows().size(); row++) {
                Optional<Double> low = answer.number(row, name + "_low");
                Optional<Double> high = answer.number(row, name + "_high");
                if (low.isPresent() && high.isPresent() && high.get() - low.get() > WIDE) {
                    wide++;
                }
            }
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
